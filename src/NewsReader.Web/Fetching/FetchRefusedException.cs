namespace NewsReader.Web.Fetching;

/// <summary>Thrown inside the connect step, where an exception is the only way to say no; <see cref="FetchFailure"/> reads it.</summary>
internal sealed class FetchRefusedException(FetchCause cause, string why) : Exception(why)
{
    public FetchCause Cause => cause;
}
