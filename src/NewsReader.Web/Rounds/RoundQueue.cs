using System.Threading.Channels;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Sources that somebody wants visited now. It carries ids alone and may drop one when full: the database is the durable queue, since whoever asks has made
/// the source due there.
/// </summary>
public sealed class RoundQueue
{
    private readonly Channel<long> _asked = Channel.CreateBounded<long>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes the worker for a source that was just made due.</summary>
    public void Ask(long sourceId) => _asked.Writer.TryWrite(sourceId);

    /// <summary>Wakes the worker for a decision that was just written.</summary>
    public void Ask() => Ask(0);

    /// <summary>Waits until something is asked for, and takes all that is.</summary>
    internal async Task WaitAsync(CancellationToken cancel)
    {
        if (!await _asked.Reader.WaitToReadAsync(cancel)) return;
        while (_asked.Reader.TryRead(out _)) { }
    }
}
