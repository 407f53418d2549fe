using NewsReader.Storage.Stories;

namespace NewsReader.Web.Adding;

/// <summary>What the administrators' log says was done: the stored word, and its French.</summary>
public static class DecisionWords
{
    internal const string SourceAdded = "source added";
    internal const string SourceRemoved = "source removed";
    internal const string SourcePaused = "source paused";
    internal const string SourceResumed = "source resumed";
    internal const string VisitAsked = "visit asked";
    internal const string SourcesImported = "sources imported";
    internal const string StarterSaved = "starter saved";
    internal const string StarterKept = "starter kept";
    internal const string StarterCleared = "starter cleared";
    internal const string RulesSaved = "rules saved";
    internal const string RulesRemoved = "rules removed";
    internal const string StorySeparated = "story separated";
    internal const string StoriesMerged = "stories merged";
    internal const string StoryPinned = "story pinned";
    internal const string StoryHidden = "story hidden";
    internal const string CorrectionUndone = "correction undone";
    internal const string AdministratorCreated = "administrator created";
    internal const string PasswordSet = "password set";

    /// <summary>The stored word for a decision about stories.</summary>
    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Separate => StorySeparated,
        CorrectionKind.Merge => StoriesMerged,
        CorrectionKind.Pin => StoryPinned,
        CorrectionKind.Hide => StoryHidden,
        _ => CorrectionUndone,
    };

    /// <summary>The French for a stored word; the word itself where it is another room's.</summary>
    public static string French(string action) => action switch
    {
        SourceAdded => "Source ajoutée",
        SourceRemoved => "Source retirée",
        SourcePaused => "Source suspendue",
        SourceResumed => "Source reprise",
        VisitAsked => "Visite demandée",
        SourcesImported => "Sources importées",
        StarterSaved => "Liste de départ enregistrée",
        StarterKept => "Liste de départ gardée",
        StarterCleared => "Liste de départ vidée",
        RulesSaved => "Règles de lecture enregistrées",
        RulesRemoved => "Règles de lecture retirées",
        StorySeparated => "Sujet séparé",
        StoriesMerged => "Sujets réunis",
        StoryPinned => "Sujet épinglé",
        StoryHidden => "Sujet masqué",
        CorrectionUndone => "Correction annulée",
        AdministratorCreated => "Administrateur créé",
        PasswordSet => "Mot de passe changé",
        _ => action,
    };
}
