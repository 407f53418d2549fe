using NewsReader.Storage.Articles;

namespace NewsReader.Web.Reading;

/// <summary>Why a text is not here, in one plain sentence.</summary>
public static class MissingText
{
    /// <summary>The sentence for an article without text, or with its beginning alone.</summary>
    public static string Sentence(Article article, string outlet) => Typeset.Text(Plain(article, outlet));

    private static string Plain(Article article, string outlet) => article switch
    {
        { Access: ArticleAccess.Subscribers or ArticleAccess.Excerpt } => $"{outlet} réserve la suite à ses abonnés.",
        { Words: > 0 } => $"Seul le début du texte a pu être lu sur le site : la suite est chez {outlet}.",
        { Attempts: 0, NextFetch: null } => "Le flux ne donne que ceci, et la page de l’article n’est pas cherchée.",
        { Attempts: 0 } => "Le texte n’a pas encore été cherché : il le sera dans les prochaines minutes.",
        { NextFetch: not null } => "Le site n’a pas donné le texte : un nouvel essai aura lieu bientôt.",
        { State: "gone" } => $"{outlet} a retiré cet article de son site.",
        { State: "auth_required" } => $"{outlet} demande de s’identifier pour lire cet article.",
        { State: "rate_limited" } => "Le site limite le nombre de visites : le texte n’a pas pu être lu.",
        { State: "timeout" } => "Le site a mis trop de temps à répondre.",
        { State: "refused" } => "Le site ne permet pas à un lecteur comme celui-ci de prendre cette page.",
        { State: "too_large" } => "La page de cet article est trop lourde pour être lue ici.",
        { State: "transient_error" } => "Le site n’a pas répondu.",
        _ => "Le texte n’a pas pu être tiré de la page : elle est peut-être faite d’une vidéo, d’un diaporama ou d’un jeu.",
    };
}
