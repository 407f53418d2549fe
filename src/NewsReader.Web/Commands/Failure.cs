using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Commands;

/// <summary>What went wrong before the program could begin, said to the person who started it.</summary>
internal static class Failure
{
    /// <summary>Runs the command line; a failure that a person can mend is one sentence on standard error, without a stack.</summary>
    /// <returns>The command's exit code, or 2.</returns>
    public static async Task<int> SayAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception error) when (Sentence(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }
    }

    private static string? Sentence(Exception error) => error switch
    {
        OptionsValidationException settings => $"Un réglage ne convient pas : {string.Join(" ; ", settings.Failures)}",
        FormatException format => format.Message,
        InvalidOperationException { InnerException: FormatException or ArgumentException } setting => $"Un réglage ne convient pas : {setting.Message}",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } used => $"L'adresse est déjà prise : {used.Message}",
        SocketException socket => $"L'adresse ne peut pas servir : {socket.Message}",
        DbException or DbUpdateException => StoreTrouble.Of(error),
        UnauthorizedAccessException access => $"Accès refusé : {access.Message}",
        OperationCanceledException => "Interrompu.",
        _ => null,
    };
}
