using NewsReader.Newsroom.Stories;

namespace NewsReader.Newsroom.Tests.Stories;

public sealed class StoryMatcherTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private static readonly StoryItem[] Havre =
    [
        Item(1, "a", "Incendie au Havre : un entrepôt du port en feu", "Cent vingt pompiers luttent contre les flammes dans la zone portuaire du Havre."),
        Item(2, "b", "Le Havre : les habitants confinés après l'incendie d'un entrepôt", "La préfecture demande aux riverains du port de fermer leurs fenêtres."),
        Item(3, "c", "Un entrepôt portuaire brûle au Havre, pas de blessé", "Les pompiers ont maîtrisé les flammes en fin de matinée, selon la préfecture."),
    ];

    private static readonly StoryItem[] Orly =
    [
        Item(4, "a", "Grève des contrôleurs aériens : un vol sur deux annulé à Orly", "Le syndicat des contrôleurs aériens appelle à poursuivre."),
        Item(5, "b", "Orly : la moitié des vols annulés, les contrôleurs aériens en grève", "Le syndicat maintient son appel."),
    ];

    private static StoryItem Item(long id, string outlet, string title, string lede = "", int hours = 0, string? address = null) =>
        new(id, outlet, title, lede, Monday.AddHours(hours), address);

    private static StoryMatcher Match(params StoryItem[] items)
    {
        var matcher = new StoryMatcher();
        foreach (var item in items)
            matcher.Add(item);
        matcher.Repair();
        return matcher;
    }

    [Fact]
    public void One_event_in_own_words_is_one_story() => Match(Havre).Stories.Values.Distinct().Count().ShouldBe(1);

    [Fact]
    public void Two_matches_of_one_evening_stay_apart()
    {
        var stories = Match(
            Item(1, "a", "Ligue 1 : Lens s'impose face à Brest grâce à Thomasson", "Les Lensois ont battu les Brestois (2-1) au stade Bollaert."),
            Item(2, "b", "Lens bat Brest et remonte au classement", "Thomasson offre la victoire aux Lensois à Bollaert."),
            Item(3, "a", "Ligue 1 : Rennes et Nantes se quittent dos à dos", "Le derby breton s'achève sur un nul (0-0) au Roazhon Park."),
            Item(4, "b", "Derby breton : Nantes accroche Rennes au Roazhon Park", "Les Canaris ramènent un point de Rennes.")).Stories;
        stories[1].ShouldBe(stories[2]);
        stories[3].ShouldBe(stories[4]);
        stories[1].ShouldNotBe(stories[3]);
    }

    [Fact]
    public void A_live_blog_never_pulls_two_stories_together()
    {
        var live = Item(9, "d", "EN DIRECT - Incendie d'un entrepôt au Havre, grève des contrôleurs aériens à Orly : suivez l'actualité",
            "Pompiers au port du Havre, préfecture, vols annulés à Orly, syndicat des contrôleurs aériens.");
        var stories = Match([live, .. Havre, .. Orly]).Stories;
        stories[4].ShouldBe(stories[5]);
        stories[1].ShouldBe(stories[2]);
        stories[1].ShouldNotBe(stories[4]);
    }

    [Fact]
    public void A_recap_of_the_day_never_pulls_two_stories_together()
    {
        var recap = Item(9, "d", "Incendie au Havre, grève des contrôleurs aériens à Orly : ce qu'il faut retenir de l'actualité de ce lundi",
            "Pompiers au port du Havre, préfecture, vols annulés à Orly, syndicat des contrôleurs aériens.");
        var stories = Match([recap, .. Havre, .. Orly]).Stories;
        stories[4].ShouldBe(stories[5]);
        stories[1].ShouldBe(stories[2]);
        stories[1].ShouldNotBe(stories[4]);
    }

    [Fact]
    public void A_story_whose_members_drift_comes_apart_and_the_larger_part_keeps_the_key()
    {
        var matcher = new StoryMatcher();
        StoryItem[] both = [Havre[0], Havre[1], Orly[0], Orly[1]];
        foreach (var item in both)
            matcher.Place(item, 42);
        matcher.Add(Havre[2]);
        matcher.Repair();
        matcher.Stories.Where(s => s.Value == 42).Select(s => s.Key).ShouldBe([1, 2, 3], ignoreOrder: true);
        matcher.Stories[4].ShouldBe(matcher.Stories[5]);
        matcher.Stories[4].ShouldBeLessThan(0);
    }

    [Fact]
    public void What_came_apart_or_was_joined_stays_so_when_nothing_new_comes()
    {
        var matcher = new StoryMatcher();
        foreach (var item in Havre.Concat(Orly))
            matcher.Add(item);
        matcher.Repair();
        var once = matcher.Stories.ToDictionary();
        matcher.Repair();
        matcher.Stories.ShouldBe(once);
    }

    [Fact]
    public void Addresses_and_run_together_tags_do_not_keep_articles_apart() => Match(
        Item(1, "a", "Incendie au port du Havre #LeHavre https://t.co/Ab12Cd34Ef"),
        Item(2, "b", "#IncendieLeHavre : le port en feu https://t.co/Zz98Yy76Xx")).Stories.Values.Distinct().Count().ShouldBe(1);

    [Fact]
    public void A_recurring_programme_stays_alone()
    {
        var stories = Match(
            Item(1, "radio", "Le grand journal de 20 heures du lundi 2 mars"),
            Item(2, "radio", "Le grand journal de 20 heures du mardi 3 mars", hours: 24),
            Item(3, "radio", "Le grand journal de 20 heures du mercredi 4 mars", hours: 48)).Stories;
        stories.Values.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void The_same_event_a_month_later_is_another_story()
    {
        var later = Havre[1] with { Id = 7, At = Monday.AddDays(30) };
        var stories = Match([.. Havre, later]).Stories;
        stories[7].ShouldNotBe(stories[1]);
    }

    [Fact]
    public void The_same_input_gives_the_same_stories_whatever_the_ids()
    {
        StoryItem[] other = [Item(4, "a", "Le budget adopté au Sénat"), Item(5, "b", "Budget : le Sénat vote le texte"), .. Havre];
        var small = Match(other).Stories;
        var large = Match([.. other.Select(i => i with { Id = 1_000_000_007L * (10 - i.Id) })]).Stories;
        other.ShouldAllBe(i => small[i.Id] == large[1_000_000_007L * (10 - i.Id)]);
    }

    [Fact]
    public void Placed_stories_keep_their_keys_and_new_articles_join_them()
    {
        var matcher = new StoryMatcher();
        matcher.Place(Havre[0], 42);
        matcher.Add(Havre[1]);
        matcher.Repair();
        matcher.Stories[1].ShouldBe(42);
        matcher.Stories[2].ShouldBe(42);
    }

    [Fact]
    public void When_placed_stories_merge_the_older_key_survives()
    {
        var matcher = new StoryMatcher();
        matcher.Place(Havre[0], 42);
        matcher.Place(Havre[1], 17);
        matcher.Add(Havre[2]);
        matcher.Repair();
        matcher.Stories.Values.ShouldAllBe(key => key == 17);
    }

    [Fact]
    public void New_stories_have_negative_keys_that_are_never_used_again()
    {
        var matcher = new StoryMatcher();
        matcher.Add(Havre[0]);
        var first = matcher.Stories[1];
        matcher.Forget(Monday.AddDays(1));
        matcher.Stories.ShouldBeEmpty();
        matcher.Add(Havre[1]);
        first.ShouldBeLessThan(0);
        matcher.Stories[2].ShouldBeLessThan(first);
    }

    [Fact]
    public void A_matcher_is_worn_once_it_forgot_most_of_what_it_counted()
    {
        var matcher = new StoryMatcher();
        var added = 0;
        for (var day = 0; day < 100 && !matcher.IsWorn; day++, matcher.Forget(Monday.AddDays(day)))
            for (var i = 0; i < 200; i++)
                matcher.Add(new StoryItem(++added, "Le Papier", $"La nouvelle {added}", "", Monday.AddDays(day)));
        matcher.IsWorn.ShouldBeTrue();
        matcher.Stories.Count.ShouldBeLessThan(added / 8);
    }

    [Fact]
    public void Empty_texts_are_stories_of_their_own() =>
        Match(Item(1, "a", ""), Item(2, "b", ""), Item(3, "", "?!")).Stories.Values.Distinct().Count().ShouldBe(3);
}
