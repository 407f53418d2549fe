using System.Threading.Channels;

namespace NewsReader.Web.Rounds;

/// <summary>The shape of every round: many visits at once on the slow web, one writer at a time on the database.</summary>
internal static class ManyReadOneWrites
{
    /// <summary>
    /// Runs <paramref name="read"/> over <paramref name="todo"/>, <paramref name="width"/> at once, and hands each result to <paramref name="write"/>, one at
    /// a time, in the order in which they come. An exception of either ends the whole.
    /// </summary>
    public static async Task RunAsync<TIn, TOut>(
        IEnumerable<TIn> todo, int width, Func<TIn, CancellationToken, ValueTask<TOut>> read, Func<TOut, CancellationToken, Task> write, CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var results = Channel.CreateBounded<TOut>(width);
        var reading = ReadAsync();
        var writing = WriteAsync();
        await Task.WhenAll(reading, writing);

        async Task ReadAsync()
        {
            try
            {
                await Parallel.ForEachAsync(
                    todo,
                    new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = both.Token },
                    async (item, token) => await results.Writer.WriteAsync(await read(item, token), token));
            }
            finally
            {
                results.Writer.Complete();
            }
        }

        async Task WriteAsync()
        {
            try
            {
                await foreach (var result in results.Reader.ReadAllAsync(both.Token))
                    await write(result, both.Token);
            }
            catch
            {
                await both.CancelAsync();
                throw;
            }
        }
    }
}
