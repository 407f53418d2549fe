using System.CommandLine;

namespace NewsReader.Web.Commands;

/// <summary>The program's command line. Its names are relied on by others' scripts.</summary>
internal static class CommandTree
{
    /// <summary>The data folder, on every command.</summary>
    public static readonly Option<string?> Data = new("--data") { Description = "Le dossier des données.", HelpName = "DOSSIER", Recursive = true };

    /// <summary>Whether a script reads the answer.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "Répondre en JSON." };

    /// <summary>The whole tree; without a command it serves.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("NewsReader : les nouvelles les plus importantes de la journée, depuis vos propres sources.") { Data };
        ServeCommand.Configure(root);
        root.Add(ServeCommand.Build());
        root.Add(RefreshCommand.Build());
        root.Add(StatusCommand.Build());
        root.Add(SourcesCommand.Build());
        root.Add(ArticleCommand.Build());
        root.Add(RulesCommand.Build());
        root.Add(FeedCommand.Build());
        root.Add(StoriesCommand.Build());
        root.Add(MigrateCommand.Build());
        foreach (var command in BackupCommands.Build()) root.Add(command);
        root.Add(AdminCommand.Build());
        return root;
    }
}
