using System.Globalization;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary>What a command says to a person.</summary>
internal static class Terminal
{
    /// <summary>A line with Spectre's markup, where the values that are filled in are taken as plain text.</summary>
    public static void Line(FormattableString line) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, line);
}
