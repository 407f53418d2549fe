using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// The sentences that papers set between the paragraphs of an article and that are no part of it, as the French press
/// words them (and the commonest of its neighbours). Each is tried on short paragraphs only.
/// </summary>
internal static partial class Inserts
{
    /// <summary>Milliseconds; each pattern meets short texts only, so that a busy machine is the one reason to take long.</summary>
    private const int Timeout = 10_000;

    /// <summary>Longer paragraphs say something of their own.</summary>
    public const int Longest = 320;

    private const int LongestCredit = 120;

    /// <summary>Whether a paragraph points elsewhere, sells, or belongs to the page's furniture.</summary>
    public static bool Is(string text) => text.Length <= Longest && text.Split('\n').All(IsLine);

    private static bool IsLine(string text) => string.IsNullOrWhiteSpace(text) || (Pointer().IsMatch(text) || Appeal().IsMatch(text) || Whole().IsMatch(text) || Stamp().IsMatch(text));

    /// <summary>Whether a line at the very end names who made what.</summary>
    public static bool IsCredit(string text) => text.Length <= LongestCredit && Credit().IsMatch(text);

    /// <summary>Whether a paragraph says that the rest is for subscribers.</summary>
    public static bool IsWall(string text) => text.Length <= Longest && Wall().IsMatch(text);

    /// <summary>Whether a heading opens a part that is no longer the article: what follows it is left out.</summary>
    public static bool EndsArticle(string heading) => heading.Length <= 80 && After().IsMatch(heading);

    /// <summary>Whether a heading opens what readers wrote, which can be longer than the article.</summary>
    public static bool OpensComments(string heading) => heading.Length <= 80 && Comments().IsMatch(heading);

    /// <summary>Whether an inline piece of a paragraph points elsewhere.</summary>
    public static bool IsPointer(string text) => text.Length <= Longest && Pointer().IsMatch(text);

    /// <summary>Whether a line is an hour alone, as a live blog sets it above each message.</summary>
    public static bool IsHour(string line) => line.Length <= 8 && Hour().IsMatch(line);

    /// <summary>Whether a line has a word that only a line about the article itself has; a bare date can head a part of a chronicle.</summary>
    public static bool SaysWhenOrHowLong(string line) => AboutArticle().IsMatch(line);

    /// <summary>A line without what says when, from where, in what role, and how long it takes to read.</summary>
    public static string WithoutStamps(string line) => StampPieces().Replace(Brackets().Replace(line, " "), " ");

    /// <summary>« Lire aussi : … » and its kin: the start of a paragraph.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:[àa]\s)?(?:(?:re)?lire|voir|écouter|découvrir|regarder|retrouve[rz])\s*(?:aussi|également|notre|nos|:|»|→|>)|lire (?:le |la |les |l['’])(?:récit|reportage|article|enquête|analyse|entretien|interview|tribune|portrait|décryptage|éditorial|dossier|critique)\W*$|(?:lisez|voyez|écoutez|découvrez|retrouvez|regardez|relisez)\s(?:aussi|également|notre|nos|toute|l['’]ensemble)|"
        + @"sur (?:le|ce) même (?:sujet|thème)|dans la même rubrique|pour (?:aller plus loin|en savoir plus)\b|en savoir plus\s*[:>»]|(?:notre|nos) dossiers?\s*:|(?:article|vidéo|podcast|dossier)s?\s+(?:lié|associé|connexe|recommandé)e?s?|"
        + @"(?:read|see|watch|listen)\s+(?:also|more|next)\b|also read|related\s*:|more on this|lesen sie auch|mehr (?:zum thema|themen)|zum weiterlesen|(?:lee|vea|mira|le[ae]) también|(?:le|te) puede interesar|temas relacionados|para saber más|leia também|leggi anche|czytaj też|przeczytaj)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Pointer();

    /// <summary>What asks the reader for something.</summary>
    [GeneratedRegex(
        @"(?:abonnez-vous|inscrivez-vous|s['’]inscrire|inscription)\b.{0,60}\b(?:newsletters?|lettre|infolettre|gratuit|offre|euros?|€)|^[\W_]*(?:abonnez-vous|je m['’]abonne|s['’]abonner|inscrivez-vous|suivez(?:-nous|\s+(?:toute\s+l['’]actualité|l['’]actu))|rejoignez-nous|téléchargez\s+(?:notre|l['’])\s*appli|"
        + @"soutenez(?:-nous|\s+\w+\s+pour)|faites un don|(?:recevez|retrouvez|suivez)\b.{0,80}\b(?:newsletter|infolettre|boîte mail|e-mail|whatsapp|telegram|google (?:news|actualités)|facebook|twitter|instagram)|newsletter\b|ne manquez (?:rien|aucun)|activer les notifications|"
        + @"(?:sign up|subscribe|follow us|click here to|join our)\b)|(?:en cliquant sur|en vous inscrivant|votre adresse e?-?mail|vos données personnelles|désinscri|politique de confidentialité|accepter les cookies|utilis\w+ (?:des|de) cookies|contenu est bloqué|ce sujet vous intéresse|offrez(?:-(?:lui|leur|vous))? un abonnement|abonnement de \d+ (?:mois|an)|voix de synthèse|jeux d['’]argent|^pariez\b|newsletter «|paru dans notre (?:newsletter|lettre)|(?:connectez|identifiez|inscrivez)-vous\b.{0,60}\b(?:commentaires?|commenter|réagir)|javascript (?:est|is|doit|must)|bloqueur de publicité)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Appeal();

    /// <summary>What is furniture as a whole paragraph.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:quitter la version (?:mobile|amp)|(?:voir|afficher) la version (?:complète|classique|bureau)|exit mobile version|publicité|advertisement|annonce|sponsorisé|contenu sponsorisé|la suite après (?:la|cette) publicité|(?:partager|imprimer|permalien|commenter|réagir|envoyer|sauvegarder|enregistrer|copier)(?:\s+(?:sur|par|le lien|cet article|l['’]article|cette page)\b.{0,40})?|"
        + @"(?:partager|share)\s*:?\s*(?:facebook|twitter|x|whatsapp|linkedin|email|e-mail|mail|\W)*|facebook|twitter|whatsapp|linkedin|(?:\d+\s+)?(?:commentaires?|comments?|réactions?|partages?|vues?|j['’]aime)(?:\s*\(?\d*\)?)?|laisser un commentaire|tags?\s*:.*|mots[- ]cl[ée]s?\s*:.*|étiquettes?\s*:.*|catégories?\s*:.*|"
        + @"(?:article|page|billet) (?:suivante?|précédente?)\b.{0,120}|(?:retour|haut) (?:à l['’]accueil|de page|en haut)|lire la suite|read more|en savoir plus|voir plus|cliquez ici|l['’]essentiel|chargement.{0,20}|skip to .{0,30}|aller au contenu|menu|accueil|"
        + @"(?:©|copyright|tous droits réservés|all rights reserved|reproduction interdite).{0,160}|(?:cette dépêche|cet article|ce contenu|ce texte|toute reproduction)\b.{0,60}\b(?:ne peut être|interdite|soumise?|protégée?).{0,160}|(?:crédits?|photos?)\s*(?:photos?)?\s*[:©]\s*.{0,80}|une (?:erreur|coquille|faute)\b.{0,60}\?.{0,60}|signaler une (?:erreur|faute).{0,40}|cet article vous a (?:plu|été utile).{0,60})[\W_]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Whole();

    /// <summary>Lines that only say when, who and how long.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:article\s+)?(?:publiée?|posté|mise?\s+(?:à\s+jour|en\s+ligne)|modifiée?|paru|créé|actualisé|rédigé|actualizado|publicado|aggiornato|pubblicato|atualizado|aktualisiert|veröffentlicht|updated|published)\s*(?:par\s.{0,60})?\s*(?:(?:le|à|a las|às|alle|am|on|il y a|hier|aujourd['’]hui|:)\b.{0,110}|\d.{0,80})|(?:temps de )?lecture\s*:?\s*\d+\s*(?:min|mn|')\w*.{0,10}|\d+\s*min(?:utes?)?\s*(?:de lecture|read)|durée de lecture.{0,20}|reading time.{0,20}|"
        + @"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?,?\s*(?:le\s)?\d{1,2}(?:er)?\s+\p{L}{3,9}\.?\s+(?:19|20)\d\d(?:.{0,30}\d{1,2}\s?[h:]\s?(?:\d\d)?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:.{0,12}\d{1,2}\s?[h:]\s?(?:\d\d)?)?)[\s.]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Stamp();

    [GeneratedRegex(
        @"il vous reste\b.{0,40}%|(?:article|contenu|suite|lecture|dossier)\b.{0,60}(?:réservée?s?|exclusi\w+) (?:à|aux|pour) (?:nos |les )?(?:abonné|adhérent|lecteurs inscrits)|la suite (?:de (?:cet|l['’])\s?article )?est réservée|déjà abonnée?\s*\?|pour lire (?:la suite|l['’]intégralité|cet article).{0,60}(?:abonn|connect)|"
        + @"(?:abonnez-vous|connectez-vous|identifiez-vous) pour (?:lire|accéder|continuer|poursuivre|débloquer)|débloquez? (?:cet|l['’])\s?article|profitez de .{0,40}(?:offre|abonnement)|testez gratuitement|sans engagement|this (?:article|content) is for subscribers|subscribe to (?:continue|read)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Wall();

    [GeneratedRegex(
        @"^[\W_]*(?:(?:articles?|sujets?|contenus?|posts?|publications?)\s+(?:similaires?|liée?s?|connexes?|associée?s?|recommandée?s?|récents?|related)|(?:[àa]\s)?lire (?:aussi|également)|sur le même (?:sujet|thème)|(?:audios? et )?vidéos? sur le (?:même )?sujet|dans la même rubrique|vous aimerez (?:aussi|peut-être)|vous (?:pourriez|devriez) (?:aussi )?(?:aimer|être intéressé).*|ces articles (?:peuvent|pourraient|devraient).*|à découvrir(?: aussi)?|nos dernières .*|"
        + @"les plus (?:lus?|populaires|commentés)|(?:\d+\s+)?commentaires?(?:\s*\(?\d*\)?)?|laisser un commentaire|(?:ajouter|poster|écrire|publier) un commentaire|(?:vos )?réactions?|à propos de l['’]auteure?.*|l['’]auteure?|biographie|(?:partager|partagez)\b.*|related (?:articles|posts|stories)|leave a (?:reply|comment)|comments?|about the author|you may also like|more from .*|most (?:read|popular)|recommended.*|newsletter|derniers articles|autres articles.*|à suivre|en bref|les? plus récents?|plus d['’](?:articles|infos|actualités).*|(?:share|tweet) this.*)[\s:!…]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex After();

    [GeneratedRegex(
        @"^[\W_]*(?:auteure?s?|[eé]ditions?|r[eé]daction|textes?|photos?|photographies?|illustrations?|infographies?|images?|montage|réalisation|traduction|traduit|adaptation|propos recueillis|sources?|crédits?|mise en ligne|avec|contact)\s*(?::|par\b|l['’]afp\b|afp\b|reuters\b).{0,90}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^[\W_]*(?:(?:\d+|vos|les?|tous les|derniers)\s+)?(?:avis|commentaires?|réactions?|comments?)(?:\s+(?:des? (?:lecteurs|internautes)|récents))?[\W\d_]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\([^()]{0,60}\)", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"(?<!\w)(?:(?:publiée?|posté|mise?|paru|créé|modifiée?|actualisée?|rédigé|écrit|recueillis?|propos|textes?|photos?|article|à jour|en ligne|le|la|l['’]|à|a|et|par|by|de|il y a|min(?:utes?)?|mn|lecture|heures?|"
        + @"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|août|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?|"
        + @"notre|nos|envoyée?s?|spéciale?s?|spéciaux|correspondante?s?|journalistes?|rédacteurs?|rédactrices?|avec|afp|reuters|agence|er)(?!\w)|\d{1,4}(?:er|h|min|mn|[h:]\d\d)?(?!\w))|[hH](?=\s*\d)|\d{1,2}\s?(?:h|min)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex StampPieces();

    [GeneratedRegex(@"^\d{1,2}\s?[h:]\s?\d\d$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Hour();

    [GeneratedRegex(@"(?<!\w)(?:publiée?|mise? (?:à jour|en ligne)|modifiée?|actualisée?|min(?:utes?)?(?: de)? lecture|recueillis|par)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex AboutArticle();
}
