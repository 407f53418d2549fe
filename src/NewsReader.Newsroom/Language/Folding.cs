using System.Globalization;
using System.Text;

namespace NewsReader.Newsroom.Language;

/// <summary>Takes case, accents and ligatures away, so that « Évêque », « EVEQUE » and « évêque » are one word.</summary>
internal static class Folding
{
    /// <summary>The text in lower case without diacritics; typographic apostrophes become straight ones.</summary>
    public static string Fold(string text)
    {
        if (IsPlainLower(text))
            return text;
        var folded = new StringBuilder(text.Length + 8);
        foreach (var c in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            _ = c switch
            {
                '’' or 'ʼ' or '‘' => folded.Append('\''),
                'œ' or 'Œ' => folded.Append("oe"),
                'æ' or 'Æ' => folded.Append("ae"),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }
        return folded.ToString();
    }

    // Normalize refuses lone surrogates, which torn feeds do carry.
    private static string Decompose(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            sound.Append(rune.ToString());
        return sound.ToString().Normalize(NormalizationForm.FormD);
    }

    private static bool IsPlainLower(string text)
    {
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or ' ' or '-' or '\''))
                return false;
        return true;
    }
}
