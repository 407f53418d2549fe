using NewsReader.Newsroom.Feeds;

namespace NewsReader.Web.Adding;

/// <summary>What is wrong with a list of sources, in French, on the page and on the terminal alike.</summary>
internal static class OpmlWords
{
    /// <summary>Said to who sends a second list.</summary>
    public const string Busy = "Un import est déjà en cours. Attendez qu’il finisse, puis envoyez votre fichier.";

    /// <summary>Why nothing of a file was read, and what to do.</summary>
    public static string Of(OpmlFailure failure) => failure switch
    {
        OpmlFailure.Empty => "Ce fichier est vide. Exportez de nouveau la liste depuis votre autre lecteur.",
        OpmlFailure.TooLarge => $"Ce fichier est trop lourd pour une liste de sources : {Opml.LargestList / (1024 * 1024)} Mo au plus. Coupez la liste en deux.",
        OpmlFailure.NotOpml => "Ce fichier n’est pas une liste OPML. Dans votre autre lecteur, cherchez « Exporter » ou « OPML ».",
        _ => "Cette liste ne donne aucune adresse de flux du web.",
    };

    /// <summary>Why a line of a list gave no source.</summary>
    public static string Of(OpmlRefusalCause cause) => cause switch
    {
        OpmlRefusalCause.NoAddress => "Cette ligne ne donne pas d’adresse de flux.",
        OpmlRefusalCause.NotOfTheWeb => "Cette adresse n’est pas une adresse du web (http ou https).",
        OpmlRefusalCause.Duplicate => "Cette adresse est déjà dans la liste.",
        _ => "La liste contient trop de flux : celui-ci n’a pas été lu.",
    };
}
