namespace NewsReader.Newsroom.Language;

/// <summary>Words that say nothing of what a text is about: grammar, the calendar, and the trade's own words (« vidéo », « direct »).</summary>
internal static class FrenchStopWords
{
    private static readonly HashSet<string> Words = new((
        "a ai ait alors apres as assez au aucun aucune aura aurait aussi autre autres aux avaient avait avant avec avez avoir avons " +
        "beaucoup bien bientot bon car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez ci comme comment contre " +
        "d dans de debut deja depuis des desormais deux devant doit doivent donc dont du durant elle elles en encore enfin entre es est " +
        "et etaient etait etant ete etes etre eu eux face faire fait faisait faite faites faut fera feront font hors ici il ils j je jusque " +
        "l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais malgre me meme memes mes mieux moi moins mon " +
        "n ne ni non nos notre nous on ont ou par parce parmi pas pendant peu peut peuvent plus plusieurs plutot pour pourquoi pourra " +
        "pourrait pourraient pres presque puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi sa sans se sera " +
        "serait seront ses si soi soit sommes son sont sous suis sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous " +
        "tout toute toutes tres trois trop tu un une va vers veut veulent voici voila voir vont vos votre vous vu y " +
        "oui ainsi afin ailleurs autant autour dernier derniere derniers dernieres premier premiere premiers premieres " +
        "an ans annee annees jour jours journee mois semaine semaines heure heures minute minutes matin midi soir nuit hier demain aujourd hui " +
        "lundi mardi mercredi jeudi vendredi samedi dimanche " +
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre " +
        "direct live video videos photo photos podcast infographie carte exclusif edito editorial tribune temoignage temoignages recit " +
        "reportage enquete decryptage analyse entretien interview replay retrouvez suivez decouvrez regardez ecoutez article abonnes abonne " +
        "selon dit dire ca apres").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a folded word says nothing.</summary>
    public static bool Contains(string folded) => Words.Contains(folded);
}
