using System.Numerics;

namespace NewsReader.Web.Demo;

/// <summary>What stands in front of a picture's sky: ridges, water and houses, from far to near.</summary>
internal static class DemoScenery
{
    /// <summary>The layers of a scene (<c>collines</c>, <c>montagne</c>, <c>mer</c>, <c>ville</c>, <c>nuit</c>).</summary>
    public static IReadOnlyList<Layer> Layers(DemoPicture picture, uint seed, int width) => picture.Scene switch
    {
        "mer" => [Hill(picture, seed, width, 0, 0.56f, 0.05f), Water(picture, width), Hill(picture, seed, width, 4, 0.9f, 0.09f)],
        "ville" => [Hill(picture, seed, width, 0, 0.55f, 0.06f), Houses(picture, seed, width, 1, 0.56f), Houses(picture, seed, width, 2, 0.66f), Houses(picture, seed, width, 4, 0.8f)],
        "montagne" => [Peaks(picture, seed, width, 0, 0.4f), Peaks(picture, seed, width, 1, 0.54f), Hill(picture, seed, width, 2, 0.7f, 0.05f), Hill(picture, seed, width, 4, 0.84f, 0.06f)],
        _ => [.. Enumerable.Range(0, 5).Select(depth => Hill(picture, seed, width, depth, 0.5f + (depth * 0.1f), 0.045f + (depth * 0.008f)))],
    };

    /// <summary>A number from 0 to 1, the same for the same place.</summary>
    public static float Noise(uint seed, int x, int y)
    {
        unchecked
        {
            var mixed = (seed ^ ((uint)x * 374_761_393u) ^ ((uint)y * 668_265_263u)) * 1_274_126_177u;
            mixed = (mixed ^ (mixed >> 15)) * 2_246_822_519u;
            return (mixed ^ (mixed >> 13)) % 10_000 / 10_000f;
        }
    }

    private static Layer Hill(DemoPicture picture, uint seed, int width, int depth, float at, float swell) =>
        new(Ridge(width, u => at - (swell * Wave(seed + (uint)depth, u))), Tone(picture, depth));

    private static Layer Peaks(DemoPicture picture, uint seed, int width, int depth, float at) => new(
        Ridge(width, u =>
        {
            var saw = 0f;
            for (var octave = 0; octave < 4; octave++)
                saw += Crag(seed + (uint)(depth * 8), octave, u * (4 << octave)) / (1 << octave);
            return at + 0.14f - (0.19f * saw);
        }),
        Tone(picture, depth));

    private static Layer Houses(DemoPicture picture, uint seed, int width, int depth, float at)
    {
        var across = 34 - (depth * 5);
        return new Layer(
            Ridge(width, u => at - (0.16f * Noise(seed, (int)(u * across), depth) * Noise(seed, (int)(u * across), depth + 9))),
            Tone(picture, depth))
        { Windows = across * 4, Seed = seed + (uint)depth };
    }

    private static Layer Water(DemoPicture picture, int width) =>
        new(Ridge(width, _ => 0.6f), DemoPictures.Colour(picture.Hue, 0.4f, 0.42f)) { Glints = true };

    // Far layers are pale and near the sky's colour, near ones dark and full.
    private static Vector3 Tone(DemoPicture picture, int depth) => picture.Scene is "nuit"
        ? DemoPictures.Colour(picture.Hue + 10, 0.32f, 0.34f - (depth * 0.06f))
        : DemoPictures.Colour(picture.Hue + (depth * 6), 0.28f + (depth * 0.05f), 0.64f - (depth * 0.115f));

    private static float[] Ridge(int width, Func<float, float> height)
    {
        var ridge = new float[width];
        for (var x = 0; x < width; x++)
            ridge[x] = height((x + 0.5f) / width);
        return ridge;
    }

    private static float Wave(uint seed, float u)
    {
        var phase = Noise(seed, 1, 1) * 6.28f;
        return MathF.Sin((u * 4.1f) + phase) + (0.5f * MathF.Sin((u * 9.7f) + (phase * 2.3f))) + (0.16f * MathF.Sin((u * 31) + (phase * 5)));
    }

    private static float Crag(uint seed, int octave, float u)
    {
        var left = (int)MathF.Floor(u);
        return float.Lerp(Noise(seed, left, octave), Noise(seed, left + 1, octave), u - left);
    }

    /// <summary>One layer: everything below its ridge, in one colour, with windows or glints on it.</summary>
    internal sealed record Layer(float[] Ridge, Vector3 Base)
    {
        /// <summary>How many columns of windows there are; 0 for none.</summary>
        public int Windows { get; init; }

        public uint Seed { get; init; }

        /// <summary>Whether it is water, where the light lies in bars under the sun.</summary>
        public bool Glints { get; init; }

        /// <summary>The colour at a place below the ridge.</summary>
        public Vector3 Colour(int x, Vector2 place, Vector2 sun)
        {
            var shade = Base * (1.06f - (0.3f * MathF.Floor((place.Y - Ridge[x]) * 12) / 12));
            if (Glints && IsGlint(place, sun))
                return Vector3.Lerp(shade, new Vector3(1, 0.95f, 0.8f), 0.6f);
            return Windows > 0 && place.Y > Ridge[x] + 0.012f && IsLit(place) ? new Vector3(1, 0.86f, 0.55f) : shade;
        }

        private static bool IsGlint(Vector2 place, Vector2 sun)
        {
            var bar = (int)((place.Y - 0.6f) * 70);
            var reach = 0.02f + (Noise(7, bar, 3) * (0.05f + (0.16f * (place.Y - 0.6f))));
            return bar % 2 == 0 && MathF.Abs(place.X - sun.X + ((Noise(11, bar, 5) - 0.5f) * 0.06f)) < reach;
        }

        private bool IsLit(Vector2 place)
        {
            var (u, v) = (place.X * Windows, place.Y * Windows * 0.5f);
            return u - MathF.Floor(u) is > 0.3f and < 0.7f && v - MathF.Floor(v) is > 0.3f and < 0.75f && Noise(Seed, (int)u, (int)v) < 0.22f;
        }
    }
}
