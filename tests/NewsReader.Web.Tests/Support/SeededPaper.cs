using System.Globalization;
using System.Text.Json;
using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Editions;
using NewsReader.Storage.Sources;
using NewsReader.Storage.Stories;

namespace NewsReader.Web.Tests.Support;

/// <summary>Two days of an invented paper: five outlets, twenty stories, pictures, a dispatch told twice, an old article, one without text.</summary>
internal static class SeededPaper
{
    /// <summary>The story that leads the edition: five outlets over two days, two of them with one dispatch.</summary>
    public const long LeadStory = 1;

    /// <summary>The first article of <see cref="LeadStory"/>, with a full text of every kind of block.</summary>
    public const long LeadArticle = 1;

    /// <summary>An article without text, kept for subscribers.</summary>
    public const long Subscribers = 101;

    /// <summary>An article of 2024.</summary>
    public const long Old = 102;

    /// <summary>An article in English.</summary>
    public const long English = 103;

    /// <summary>An article of which two earlier versions are kept.</summary>
    public const long Edited = 4;

    /// <summary>A story that went into <see cref="LeadStory"/>.</summary>
    public const long Merged = 901;

    /// <summary>A story that was taken out.</summary>
    public const long Removed = 902;

    /// <summary>The title of the lead story, as published.</summary>
    public const string LeadTitle = "Tempête Amélie : l'île de Brenne coupée du continent, 12 000 foyers sans électricité";

    private static readonly string[] Names = ["La Gazette de l’Ouest", "Le Grand Quotidien", "Radio Littoral", "Midi Express", "La Revue des îles"];
    private static readonly string[] Sections = ["France", "Monde", "Politique", "Économie", "Société", "Sciences", "Culture", "Sport"];

    private static readonly string[] Titles =
    [
        LeadTitle,
        "Retraites : le gouvernement propose un \"pacte\" aux syndicats, qui demandent du temps",
        "À Montréal, 140 pays s'accordent sur la protection des grands fonds marins",
        "Le prix du beurre dépasse 10 € le kilo pour la première fois",
        "Un vaccin contre la dengue entre en essai final à La Réunion",
        "Les archives du cinéma muet retrouvées sous la scène d'un théâtre de Roubaix",
        "Coupe de France : Saint-Brévin élimine un club de Ligue 1",
        "Trains de nuit : deux lignes de plus dès le 13 décembre",
        "La Banque centrale laisse ses taux inchangés, sans surprise",
        "Lycées : les épreuves anticipées de mathématiques repoussées d'un an ?",
        "En Patagonie, un glacier avance quand tous les autres reculent",
        "Incendie d'une recyclerie à Fos : aucun blessé, un panache visible à 30 km",
        "Loi sur l'eau : ce que les députés ont voté cette nuit",
        "Une sonde japonaise se pose près du pôle sud de la Lune",
        "Chez les notaires, la baisse des prix fait revenir les acheteurs",
        "Le festival de la bande dessinée ouvre ses portes malgré la grève",
        "Volley : les Françaises en quarts de finale après trois sets haletants",
        "Au Chili, un second tour sans favori",
        "Médecins de campagne : 500 cabinets ouverts en un an",
        "Le loup revient dans le Morvan, les éleveurs s'organisent",
    ];

    /// <summary>Fills an empty store.</summary>
    public static async Task FillAsync(NewsDb db)
    {
        var now = SeededSite.Now.UtcDateTime;
        AddOutlets(db, now);
        for (var n = 0; n < Titles.Length; n++) AddStory(db, n, now);
        AddLeadMembers(db, now);
        AddSpecialArticles(db, now);
        AddVersions(db, now);
        db.Stories.Add(new Story { Id = Merged, Title = "Un autre récit de la tempête", MergedInto = LeadStory });
        db.Stories.Add(new Story { Id = Removed, Title = "Un sujet retiré", IsRemoved = true });
        db.Editions.Add(EditionOf(1, new DateOnly(2026, 11, 21), now.AddDays(-1), 6));
        db.Editions.Add(EditionOf(2, new DateOnly(2026, 11, 22), now, Titles.Length));
        await db.SaveChangesAsync();
    }

    private static void AddOutlets(NewsDb db, DateTime now)
    {
        for (var n = 0; n < Names.Length; n++)
        {
            var id = n + 1;
            db.Outlets.Add(new Outlet { Id = id, Name = Names[n], Site = string.Create(CultureInfo.InvariantCulture, $"journal{id}.example") });
            db.Sources.Add(new Source
            {
                Id = id,
                OutletId = id,
                Address = string.Create(CultureInfo.InvariantCulture, $"https://journal{id}.example/rss.xml"),
                Title = n == 1 ? "Le Grand Quotidien - Monde" : null,
                Section = n switch { 0 => null, 1 => "Monde", 2 => "France", _ => "Culture" },
                IsFront = n == 0,
                IsPaused = n == 3,
                LastVisit = n == 4 ? null : now.AddMinutes(-9),
                LastSuccess = n == 2 ? now.AddDays(-3) : now.AddMinutes(-9),
                Failures = n == 2 ? 7 : 0,
            });
        }
    }

    private static void AddStory(NewsDb db, int n, DateTime now)
    {
        long id = n + 1;
        var at = now.AddMinutes(-40 - 37 * n);
        db.Stories.Add(new Story
        {
            Id = id,
            Title = Titles[n],
            TitleArticleId = id,
            Section = Sections[n % Sections.Length],
            FirstAt = at,
            LastAt = at,
            Essential = n > 0 ? [] :
            [
                new KeySentence { ArticleId = 1, Outlet = Names[0], Text = "Le dernier bac a quitté le port à 21 h 30, avant la fermeture du chenal." },
                new KeySentence { ArticleId = 52, Outlet = Names[2], Text = "\"On n'avait pas vu ça depuis 1999\", dit la maire de Brenne." },
            ],
        });
        db.Articles.Add(ArticleOf(id, n % 4 + 1, Titles[n], at, a =>
        {
            a.StoryId = id;
            a.Section = Sections[n % Sections.Length];
            a.LeadImageId = n < 5 ? 10 + n : null;
            a.Summary = "Le fait du jour en deux phrases. Les détails viennent dans l'article, avec les chiffres et les témoins.";
        }));
        if (n < 5) AddPicture(db, 10 + n, id, n);
        db.ArticleTexts.Add(new ArticleText { ArticleId = id, Body = Json(n == 0 ? SeededText.EveryBlock : SeededText.Plain) });
    }

    private static void AddVersions(NewsDb db, DateTime now)
    {
        var later = Json(SeededText.Plain);
        db.ArticleVersions.Add(new ArticleVersion { ArticleId = Edited, Title = "Le prix du beurre dépasse 9 € le kilo", Body = Json(SeededText.Earlier), ReplacedAt = now.AddMinutes(-50) });
        db.ArticleVersions.Add(new ArticleVersion { ArticleId = Edited, Title = "Le prix du beurre dépasse 10 € le kilo", Body = later, ReplacedAt = now.AddMinutes(-20) });
    }

    private static void AddPicture(NewsDb db, long image, long article, int n)
    {
        db.ArticleImages.Add(new ArticleImage { Id = image, ArticleId = article, Address = SeededText.LeadPicture + "?n=" + image, Width = 960, Height = 540 });
        db.ImageContents.Add(new ImageContent
        {
            ImageId = image,
            ContentType = "image/png",
            FetchedAt = SeededSite.Now.UtcDateTime,
            Bytes = SeededPicture.Png(960, 540, (byte)(90 + 20 * n), (byte)(140 - 10 * n), (byte)(160 - 25 * n)),
        });
        if (article == LeadArticle) db.ArticleImages.Add(new ArticleImage { Id = 30, ArticleId = article, Address = SeededText.InnerPicture, Width = 800, Height = 450 });
    }

    private static void AddLeadMembers(NewsDb db, DateTime now)
    {
        string[] titles =
        [
            "Tempête Amélie : les liaisons maritimes suspendues", "« On dort dans la salle des fêtes » : la nuit des habitants de Brenne",
            "Tempête Amélie : les liaisons suspendues vers les îles", "Vigilance orange maintenue jusqu'à ce soir",
        ];
        for (var n = 0; n < titles.Length; n++)
        {
            db.Articles.Add(ArticleOf(51 + n, n + 2, titles[n], now.AddHours(-15 + 4 * n), a =>
            {
                a.StoryId = LeadStory;
                a.Fingerprint = n is 0 or 2 ? 0x5A5A_1234_9876_0F0F : 0;
                a.Modified = n == 3 ? a.At.AddHours(1) : null;
                a.IsLive = n == 1;
            }));
        }
    }

    private static void AddSpecialArticles(NewsDb db, DateTime now)
    {
        db.Articles.Add(ArticleOf(Subscribers, 5, "Dans les coulisses d'une criée", now.AddHours(-20), a =>
        {
            (a.Words, a.IsFullText, a.Access, a.State, a.Attempts) = (0, false, ArticleAccess.Subscribers, "ok", 1);
            a.Summary = "Chaque nuit, 40 tonnes de poisson changent de mains en deux heures : récit d'une vente aux enchères.";
        }));
        db.Articles.Add(ArticleOf(Old, 5, "Comment on relève un phare", new DateTime(2024, 10, 26, 5, 12, 0, DateTimeKind.Utc)));
        db.ArticleTexts.Add(new ArticleText { ArticleId = Old, Body = Json(SeededText.Plain) });
        db.Articles.Add(ArticleOf(English, 2, "What the island wants: a ferry, now!", now.AddHours(-30), a => a.Language = "en"));
    }

    private static Article ArticleOf(long id, long outlet, string title, DateTime at, Action<Article>? more = null)
    {
        var article = new Article
        {
            Id = id,
            OutletId = outlet,
            Title = title,
            Address = string.Create(CultureInfo.InvariantCulture, $"https://journal{outlet}.example/articles/{id}"),
            Author = "Jeanne Le Goff",
            Language = "fr",
            At = at,
            Published = at,
            FirstSeen = at,
            Words = 920,
            IsFullText = true,
            State = "ok",
            Attempts = 1,
        };
        more?.Invoke(article);
        return article;
    }

    private static Edition EditionOf(long id, DateOnly day, DateTime drawn, int stories)
    {
        var edition = new Edition { Id = id, Day = day, DrawnAt = drawn, Stamp = "seed-" + id, ArticleCount = 1214, OutletCount = 32 };
        for (var n = 0; n < stories; n++) edition.Places.Add(Place(n, drawn));
        for (var n = 0; n < 3; n++)
        {
            edition.Places.Add(new EditionPlace
            {
                Rank = n + 1,
                IsRail = true,
                StoryId = 20 - n,
                LeadArticleId = 20 - n,
                Title = Titles[19 - n],
                Outlet = Names[4],
                OutletCount = 1,
                At = drawn.AddHours(-9),
                Words = 1800 + 300 * n,
                Terms = "{}",
                Sentence = "La Revue des îles publie rarement.",
            });
        }

        return edition;
    }

    private static EditionPlace Place(int n, DateTime drawn) => new()
    {
        Rank = n + 1,
        StoryId = n + 1,
        LeadArticleId = n + 1,
        Title = Titles[n],
        Outlet = Names[n % 4],
        Section = Sections[n % Sections.Length],
        Summary = n < 5 ? "Le vent a soufflé à 148 km/h dans la nuit de samedi à dimanche ; la préfecture demande de ne pas prendre la route du pont." : null,
        OutletCount = n == 0 ? 5 : Math.Max(1, 7 - n / 2),
        At = drawn.AddMinutes(-40 - 37 * n),
        Words = n == 3 ? 0 : 920,
        Access = n == 4 ? ArticleAccess.Subscribers : ArticleAccess.Free,
        IsLive = n == 0,
        ImageId = n < 5 ? 10 + n : null,
        ImageWidth = 960,
        ImageHeight = 540,
        Score = 20 - n,
        Terms = "{}",
        Sentence = "5 rédactions indépendantes, en une chez 3, première à 22 h 10, +2 en une heure",
        Others = n >= 5 ? [] :
        [
            new OtherTitle { ArticleId = 51, Outlet = Names[1], Title = "Tempête Amélie : les liaisons maritimes suspendues" },
            new OtherTitle { ArticleId = 52, Outlet = Names[2], Title = "« On dort dans la salle des fêtes » : la nuit des habitants de Brenne" },
        ],
    };

    private static string Json(ArticleBody body) => JsonSerializer.Serialize(body, ArticleBodyJson.Default.ArticleBody);
}
