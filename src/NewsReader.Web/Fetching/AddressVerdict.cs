namespace NewsReader.Web.Fetching;

/// <summary>Whether an address may be visited.</summary>
/// <param name="Allowed">True where nothing speaks against a visit.</param>
/// <param name="Why">The refusal in a plain English clause; null where the visit is allowed.</param>
public readonly record struct AddressVerdict(bool Allowed, string? Why)
{
    internal static AddressVerdict Yes { get; } = new(Allowed: true, Why: null);

    internal static AddressVerdict No(string why) => new(Allowed: false, why);
}
