using System.Globalization;

namespace NewsReader.Web.Hosting;

/// <summary>Lets one server at a time use a data folder. The lock ends with the process, however it ends.</summary>
internal sealed class ServerLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _said;

    private ServerLock(FileStream held, string said, bool wasKilled) => (_held, _said, WasKilled) = (held, said, wasKilled);

    /// <summary>Whether the last server did not end by itself: it was killed, or the power was cut.</summary>
    public bool WasKilled { get; }

    /// <summary>Takes the lock, or says in French who has it.</summary>
    public static ServerLock? Take(DataFolder folder, out string? holder)
    {
        var said = folder.Of("server.txt");
        try
        {
            var held = new FileStream(folder.Of("server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var wasKilled = File.Exists(said);
            File.WriteAllText(said, string.Create(CultureInfo.InvariantCulture, $"processus {Environment.ProcessId} sur {Environment.MachineName}"));
            holder = null;
            return new ServerLock(held, said, wasKilled);
        }
        catch (IOException)
        {
            holder = File.Exists(said) ? File.ReadAllText(said) : "un autre processus";
            return null;
        }
    }

    /// <summary>Adds where the server answers to what a second one is told.</summary>
    public static void Say(DataFolder folder, string address) => File.AppendAllText(folder.Of("server.txt"), $", {address}");

    public void Dispose()
    {
        File.Delete(_said);
        _held.Dispose();
    }
}
