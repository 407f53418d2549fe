using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace NewsReader.Web.Tests.Support;

/// <summary>Where the requests of a test seem to come from: every connection of a test is a loopback one, which a proxy's would be.</summary>
internal sealed class PretendedConnection : IStartupFilter
{
    /// <summary>The address; null for the true one.</summary>
    public IPAddress? From { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, after) =>
        {
            if (From is not null) context.Connection.RemoteIpAddress = From;
            return after(context);
        });
        next(app);
    };
}
