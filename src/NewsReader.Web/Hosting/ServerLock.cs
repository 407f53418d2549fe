using System.Globalization;

namespace NewsReader.Web.Hosting;

/// <summary>Lets one server at a time use a data folder. The lock ends with the process, however it ends.</summary>
internal sealed class ServerLock : IDisposable
{
    private readonly FileStream _held;

    private ServerLock(FileStream held) => _held = held;

    /// <summary>Takes the lock, or says in French who has it.</summary>
    public static ServerLock? Take(DataFolder folder, out string? holder)
    {
        var said = folder.Of("server.txt");
        try
        {
            var held = new FileStream(folder.Of("server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(said, string.Create(CultureInfo.InvariantCulture, $"processus {Environment.ProcessId} sur {Environment.MachineName}"));
            holder = null;
            return new ServerLock(held);
        }
        catch (IOException)
        {
            holder = File.Exists(said) ? File.ReadAllText(said) : "un autre processus";
            return null;
        }
    }

    /// <summary>Adds where the server answers to what a second one is told.</summary>
    public static void Say(DataFolder folder, string address) => File.AppendAllText(folder.Of("server.txt"), $", {address}");

    public void Dispose() => _held.Dispose();
}
