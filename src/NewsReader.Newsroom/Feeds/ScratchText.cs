using System.Buffers;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// Room for texts that differ from how they are written (references, line ends). Inside an entry it is rented and used again
/// for the next one; outside, a text keeps its own.
/// </summary>
internal sealed class ScratchText : IDisposable
{
    private const int SmallestBlock = 16 * 1024;

    private readonly List<char[]> _full = [];
    private char[] _block = [];
    private int _used;

    /// <summary>Whether what is asked for lives no longer than the entry that is being read.</summary>
    public bool IsOfEntry { get; set; }

    /// <summary>Room for so many characters; what is not needed of it is given back by <see cref="Keep"/>.</summary>
    public Memory<char> Take(int length)
    {
        if (!IsOfEntry)
            return new char[length];
        if (_block.Length - _used < length)
        {
            if (_block.Length > 0)
                _full.Add(_block);
            _block = ArrayPool<char>.Shared.Rent(Math.Max(length, SmallestBlock));
            _used = 0;
        }
        return _block.AsMemory(_used, length);
    }

    /// <summary>Keeps so many of the characters that were last taken.</summary>
    public void Keep(int length) => _used += IsOfEntry ? length : 0;

    /// <summary>The entry is read: its texts are no longer needed.</summary>
    public void Clear()
    {
        foreach (char[] block in _full)
            ArrayPool<char>.Shared.Return(block);
        _full.Clear();
        _used = 0;
    }

    public void Dispose()
    {
        Clear();
        if (_block.Length > 0)
            ArrayPool<char>.Shared.Return(_block);
        _block = [];
    }
}
