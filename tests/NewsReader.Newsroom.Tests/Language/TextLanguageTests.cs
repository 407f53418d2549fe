using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Tests.Language;

public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("fr", "Le conseil municipal a voté lundi soir la fermeture de la piscine, que les habitants du quartier réclamaient de garder ouverte jusqu’à la fin de l’été. La maire n’a pas souhaité répondre.")]
    [InlineData("en", "The council voted on Monday evening to close the swimming pool, which people in the district had asked to keep open until the end of the summer. The mayor was not available for comment.")]
    [InlineData("de", "Der Gemeinderat hat am Montagabend beschlossen, das Schwimmbad zu schließen, das die Bewohner des Viertels bis zum Ende des Sommers offen halten wollten. Die Bürgermeisterin war nicht zu sprechen.")]
    [InlineData("es", "El consejo municipal votó el lunes por la noche el cierre de la piscina, que los vecinos del barrio pedían mantener abierta hasta el final del verano. La alcaldesa no quiso responder a las preguntas.")]
    [InlineData("it", "Il consiglio comunale ha votato lunedì sera la chiusura della piscina, che gli abitanti del quartiere chiedevano di tenere aperta fino alla fine dell’estate. La sindaca non ha voluto rispondere.")]
    [InlineData("pt", "O conselho municipal votou na segunda-feira à noite o fecho da piscina, que os moradores do bairro pediam para manter aberta até ao fim do verão. A presidente não quis responder às perguntas.")]
    [InlineData("nl", "De gemeenteraad heeft maandagavond besloten het zwembad te sluiten, dat de bewoners van de wijk tot het einde van de zomer open wilden houden. De burgemeester was niet bereikbaar voor een reactie.")]
    public void A_paragraph_tells_its_language(string language, string text) => TextLanguage.Of(text).ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("Nantes 3, Lorient 1")]
    [InlineData("Rada miejska zagłosowała w poniedziałek wieczorem za zamknięciem basenu, choć mieszkańcy dzielnicy prosili, aby pozostał otwarty do końca lata, a burmistrz odmówiła komentarza w tej sprawie.")]
    public void What_is_too_short_or_in_another_language_tells_none(string text) => TextLanguage.Of(text).ShouldBeNull();
}
