using System.Globalization;
using Serilog;
using Serilog.Events;
using ILogger = Serilog.ILogger;

namespace NewsReader.Web.Hosting;

/// <summary>Where the program writes what it does: the console, and files in the data folder that roll by day.</summary>
internal static class Logs
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const long LargestFile = 20 * 1024 * 1024;
    private const int KeptFiles = 14;

    /// <summary>The logger of the server.</summary>
    public static ILogger ForServer(IConfiguration configuration, DataFolder folder) =>
        Begin(configuration, folder, "newsreader-.log").WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture).CreateLogger();

    /// <summary>The logger of a command, whose answer alone is on standard output: only what is wrong comes to the terminal.</summary>
    public static ILogger ForCommand(IConfiguration configuration, DataFolder folder) =>
        Begin(configuration, folder, "commands-.log")
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, restrictedToMinimumLevel: LogEventLevel.Error, standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger();

    private static LoggerConfiguration Begin(IConfiguration configuration, DataFolder folder, string file)
    {
        var logger = Begin(folder, file);
        // Its reader looks through every assembly beside the program: nothing to do where nobody asked.
        return configuration.GetSection("Serilog").Exists() ? logger.ReadFrom.Configuration(configuration) : logger;
    }

    private static LoggerConfiguration Begin(DataFolder folder, string file) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
        .WriteTo.File(
            folder.Of(Path.Combine("logs", file)),
            outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}",
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: LargestFile,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: KeptFiles,
            shared: true);
}
