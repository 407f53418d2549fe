namespace NewsReader.Web.Hosting;

/// <summary>One line a request. What a reader looked for (the query) and where he sits (his address) are not in it: nobody is measured.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        var method = context.Request.Method;
        // Escaped, so that a line break in a path starts no line of its own.
        var path = context.Request.Path.ToUriComponent();
        try
        {
            await next(context);
        }
        finally
        {
            var took = (long)time.GetElapsedTime(start).TotalMilliseconds;
            Answered(method, path, context.Response.StatusCode, took);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds} ms")]
    private partial void Answered(string method, string path, int status, long milliseconds);
}
