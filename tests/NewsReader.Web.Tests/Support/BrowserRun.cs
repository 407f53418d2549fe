using Microsoft.Playwright;

namespace NewsReader.Web.Tests.Support;

/// <summary>One Chromium for the tests of a class. It reaches loopback alone.</summary>
public sealed class BrowserRun : IAsyncLifetime
{
    /// <summary>A phone.</summary>
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    /// <summary>A desk.</summary>
    public static readonly ViewportSize Desk = new() { Width = 1280, Height = 800 };

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (BrowserPath.Found is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserPath.Found, Headless = true });
    }

    /// <summary>A fresh page, with the cookies that the test wants.</summary>
    public async Task<IPage> PageAsync(ViewportSize size, string? appearance = null, Uri? site = null, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = size, Locale = "fr-FR", JavaScriptEnabled = scripts });
        if (appearance is not null)
            await context.AddCookiesAsync([new() { Name = "apparence", Value = appearance, Url = site!.ToString() }]);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
