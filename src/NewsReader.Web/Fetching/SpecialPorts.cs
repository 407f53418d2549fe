using System.Collections.Frozen;

namespace NewsReader.Web.Fetching;

/// <summary>The ports that a news site may answer on.</summary>
internal static class SpecialPorts
{
    // Ports from 1024 up which the WHATWG Fetch Standard blocks (« bad port »): other protocols that an HTTP request could talk to.
    private static readonly int[] Bad =
    [
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
        6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    ];

    // Where data stores, queues and the machinery beside them listen by default: never a newspaper, often without a password.
    private static readonly int[] Stores =
    [
        1433, 1434, 1521, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4222, 5432, 5433, 5672, 5900, 5984, 5985, 5986,
        6379, 6380, 6443, 7000, 7001, 7199, 7473, 7474, 7687, 8086, 8500, 8529, 9000, 9042, 9092, 9160, 9200, 9300,
        10250, 10255, 11211, 11434, 15672, 16379, 26257, 26379, 27017, 27018, 27019, 28015, 28017, 33060, 50000, 61616,
    ];

    private static readonly FrozenSet<int> Refused = Bad.Concat(Stores).ToFrozenSet();

    /// <summary>Whether the port is 80, 443, or one from 1024 up that is known for nothing else.</summary>
    public static bool Allow(int port) => port is 80 or 443 || (port is >= 1024 and <= 65535 && !Refused.Contains(port));
}
