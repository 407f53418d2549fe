using Microsoft.Extensions.Time.Testing;

namespace NewsReader.Web.Tests.Support;

/// <summary>A manual clock that can also be wrong: then what it shows jumps, while time goes on as before, as with a real machine's.</summary>
internal sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>How far from the true time it is set.</summary>
    public TimeSpan Wrong { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Wrong;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
