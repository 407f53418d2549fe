using System.Numerics;

namespace NewsReader.Web.Demo;

/// <summary>
/// Draws the papers' pictures: landscapes in flat tones, like cut paper, since no photograph of an invented event
/// exists. Flat tones also keep a picture of 1200 by 675 small. Colours are vectors of red, green and blue from 0 to 1;
/// places are shares of the width and of the height.
/// </summary>
internal static class DemoPictures
{
    /// <summary>The width of a lead picture, in pixels.</summary>
    public const int Wide = 1200;

    /// <summary>The width of the small variant, in pixels.</summary>
    public const int Narrow = 600;

    private const float SkyTones = 15;

    /// <summary>The widths that a paper offers, in pixels.</summary>
    public static IReadOnlyList<int> Widths { get; } = [Narrow, Wide];

    /// <summary>The height for a width, in pixels, at 16:9.</summary>
    public static int Height(int width) => ((width * 9) + 8) / 16;

    /// <summary>The picture as PNG, the same bytes for the same description.</summary>
    public static byte[] Draw(DemoPicture picture, int width)
    {
        var height = Height(width);
        var seed = DemoAddress.Hash(picture.Seed);
        var light = Light(picture, seed);
        var layers = DemoScenery.Layers(picture, seed, width);
        return DemoPng.Write(width, height, (y, row) =>
        {
            for (var x = 0; x < width; x++)
            {
                var place = new Vector2((x + 0.5f) / width, (y + 0.5f) / height);
                // What a nearer layer hides is not painted.
                var first = layers.Count - 1;
                while (first >= 0 && Cover(layers[first], x, place, height) < 1)
                    first--;
                var colour = first < 0 ? Sky(light, place, height) : layers[first].Colour(x, place, light.Sun);
                for (var next = first + 1; next < layers.Count; next++)
                    colour = Vector3.Lerp(colour, layers[next].Colour(x, place, light.Sun), Cover(layers[next], x, place, height));
                (row[x * 3], row[(x * 3) + 1], row[(x * 3) + 2]) = (Level(colour.X), Level(colour.Y), Level(colour.Z));
            }
        });
    }

    /// <summary>A colour by hue in degrees, saturation and lightness.</summary>
    public static Vector3 Colour(float hue, float saturation, float lightness)
    {
        var reach = saturation * Math.Min(lightness, 1 - lightness);
        float Channel(float offset)
        {
            var step = (offset + (hue / 30)) % 12;
            return lightness - (reach * Math.Clamp(Math.Min(step - 3, 9 - step), -1, 1));
        }

        return new Vector3(Channel(0), Channel(8), Channel(4));
    }

    private static float Cover(DemoScenery.Layer layer, int x, Vector2 place, int height) =>
        Math.Clamp(((place.Y - layer.Ridge[x]) * height) + 0.5f, 0, 1);

    private static byte Level(float share) => (byte)Math.Clamp((share * 255) + 0.5f, 0, 255);

    private static SkyLight Light(DemoPicture picture, uint seed)
    {
        var sun = new Vector2(0.2f + (seed % 61 / 100f), 0.2f + (seed / 61 % 19 / 100f));
        return picture.Scene is "nuit"
            ? new SkyLight(sun, 0.1f, Colour(picture.Hue, 0.55f, 0.1f), Colour(picture.Hue + 20, 0.45f, 0.42f), Colour(45, 0.5f, 0.9f), seed)
            : new SkyLight(sun, 0.06f, Colour(SkyHue(picture.Hue), 0.45f, 0.5f), Colour(40, 0.8f, 0.86f), Colour(44, 0.95f, 0.93f), 0);
    }

    // Green land lies under a blue sky.
    private static int SkyHue(int hue) => hue is > 50 and < 185 ? 205 : hue;

    private static Vector3 Sky(SkyLight light, Vector2 place, int height)
    {
        var away = Vector2.Distance(place * new Vector2(16f / 9, 1), light.Sun * new Vector2(16f / 9, 1));
        var glow = Math.Clamp((place.Y * 1.25f) + (0.5f * MathF.Exp(-3.2f * away)) - 0.08f, 0, 1) * SkyTones;
        // Flat tones with an edge one or two pixels soft.
        var tone = MathF.Floor(glow) + Math.Clamp((glow - MathF.Floor(glow)) * height / 55, 0, 1) - 1;
        var colour = Vector3.Lerp(light.Top, light.Low, Math.Clamp(tone / (SkyTones - 1), 0, 1));
        if (light.Stars != 0)
            colour += new Vector3(Star(light.Stars, place));
        return Vector3.Lerp(colour, light.Disc, Math.Clamp(((light.Radius - away) * height) + 0.5f, 0, 1));
    }

    // At most one star a cell of a grid of 64 by 36, fewer towards the horizon.
    private static float Star(uint seed, Vector2 place)
    {
        var (column, line) = (MathF.Floor(place.X * 64), MathF.Floor(place.Y * 36));
        var chance = DemoScenery.Noise(seed, (int)column, (int)line);
        if (chance > 0.16f * (1 - place.Y))
            return 0;
        var centre = new Vector2(column + 0.3f + (chance * 2.5f), line + 0.5f);
        var away = Vector2.Distance(new Vector2(place.X * 64, place.Y * 36), centre);
        return Math.Clamp((0.1f - away) * 12, 0, 0.8f);
    }

    private sealed record SkyLight(Vector2 Sun, float Radius, Vector3 Top, Vector3 Low, Vector3 Disc, uint Stars);
}
