using NewsReader.Newsroom.Stories;

namespace NewsReader.Newsroom.Tests.Stories;

public sealed class StoryCoreTests
{
    private static readonly StoryItem[] Items =
    [
        Item(1, "Le Fanal", "La digue de Port-Maubert cède sous la tempête Isaure", "Deux cents habitants de Port-Maubert ont été évacués après la rupture de la digue."),
        Item(2, "Le Comptoir", "Tempête Isaure : la digue de Port-Maubert a cédé, deux cents évacués", "La rupture de la digue a inondé Port-Maubert."),
        Item(3, "Radio Sud", "Port-Maubert : la digue rompt, les habitants évacués", "La tempête Isaure a eu raison de la digue de Port-Maubert."),
        Item(4, "La Verrière", "Un festival de poésie annulé à cause de la tempête", "Les organisateurs rembourseront les billets du festival de poésie de Brasselle."),
    ];

    [Fact]
    public void Those_who_tell_the_event_stand_at_its_core_and_who_brushes_it_does_not()
    {
        var near = new StoryCore(Items).Closeness([1, 2, 3, 4]);

        near.Take(3).ShouldAllBe(n => n > .8);
        near[3].ShouldBeLessThan(.4);
    }

    [Fact]
    public void An_article_alone_is_its_own_core() => new StoryCore(Items).Closeness([4]).ShouldBe([1]);

    private static StoryItem Item(long id, string outlet, string title, string text) => new(id, outlet, title, text, new DateTimeOffset(2026, 11, 22, 7, 0, 0, TimeSpan.Zero), null);
}
