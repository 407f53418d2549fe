using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsReader.Web.Tests.Xss;

/// <summary>
/// Sees what a page does that it should not: scripts that run or try to, dialogs and windows, requests to anywhere but our pages, files and pictures, and
/// markup that could do any of that later.
/// </summary>
internal sealed partial class BrowserWatch
{
    /// <summary>In the page before anything of it: what hostile fragments call, and what the policy had to stop.</summary>
    private const string Ears = """
        (() => {
          const say = console.debug.bind(console), hit = what => say('HIT ' + what);
          for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
            Object.defineProperty(window, name, { value: (...a) => { hit(name + '(' + String(a[0]).slice(0, 40) + ')'); return null; }, writable: false, configurable: false });
          window.__xss = what => hit('__xss(' + what + ')');
          addEventListener('securitypolicyviolation', e => hit('policy ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample), true);
        })()
        """;

    /// <summary>What none of our pages has in it, and every address that a person could follow.</summary>
    private const string Look = """
        () => {
          const bad = [], own = location.origin, foreign = u => { try { return new URL(u, location.href).origin !== own; } catch { return true; } };
          for (const e of document.querySelectorAll('*')) {
            const tag = e.localName;
            if (e.namespaceURI !== 'http://www.w3.org/1999/xhtml' || /^(style|iframe|frame|frameset|object|embed|applet|base|template|noscript|marquee|audio|video|source|portal|canvas|dialog|slot)$/.test(tag)) bad.push('element ' + tag);
            if (tag === 'script' && (e.textContent !== '' || !/^\/comfort(\.\w+)?\.js$/.test(new URL(e.src).pathname))) bad.push('script ' + e.outerHTML.slice(0, 60));
            if (tag === 'link' && !(e.rel === 'canonical' || (/^(stylesheet|icon)$/.test(e.rel) && !foreign(e.href)))) bad.push('link ' + e.outerHTML.slice(0, 60));
            if (tag === 'meta' && e.httpEquiv) bad.push('meta ' + e.httpEquiv);
            for (const a of e.attributes) {
              if (/^on|^(style|srcdoc|ping|srcset|background|poster|data|manifest|is|nonce)$/.test(a.name)) bad.push('attribute ' + tag + ' ' + a.name);
              if (/^(href|src|action|formaction)$/.test(a.name)) {
                let to; try { to = new URL(a.value, location.href); } catch { if (a.value !== '') bad.push('address ' + tag + ' ' + a.value.slice(0, 60)); continue; }
                if (!/^(https?|mailto|tel):$/.test(to.protocol) || (a.name !== 'href' && to.origin !== own)) bad.push('address ' + tag + ' ' + a.value.slice(0, 60));
              }
            }
          }
          return [...new Set(bad)];
        }
        """;

    private readonly IPage _page;
    private readonly string _origin;
    private readonly ConcurrentQueue<string> _seen;
    private string _at = "";

    private BrowserWatch(IPage page, string origin, ConcurrentQueue<string> seen) => (_page, _origin, _seen) = (page, origin, seen);

    /// <summary>Everything that was wrong, each with the page on which it was.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    public IPage Page => _page;

    /// <summary>Watches a page, and the windows that it opens.</summary>
    public static Task<BrowserWatch> StartAsync(IPage page, string origin) => StartAsync(page, origin.TrimEnd('/'), new ConcurrentQueue<string>());

    /// <summary>Watches one more page of the same browser, for the same list.</summary>
    public async Task<BrowserWatch> BesideAsync() => await StartAsync(await _page.Context.NewPageAsync(), _origin, _seen);

    private static async Task<BrowserWatch> StartAsync(IPage page, string origin, ConcurrentQueue<string> seen)
    {
        var watch = new BrowserWatch(page, origin, seen);
        await page.AddInitScriptAsync(Ears);
        await page.RouteAsync("**/*", watch.PassAsync);
        page.Popup += (_, opened) => watch.Say("window " + opened.Url);
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith("HIT ", StringComparison.Ordinal) || message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) watch.Say(message.Text);
        };
        page.PageError += (_, error) => watch.Say("error " + error);
        page.Dialog += async (_, dialog) =>
        {
            watch.Say("dialog " + dialog.Message);
            await dialog.DismissAsync();
        };
        return watch;
    }

    /// <summary>Opens a page and looks at it; returns the addresses of our own that it leads to.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(string path)
    {
        _at = path;
        await _page.GotoAsync(_origin + path);
        return await InspectAsync(path);
    }

    /// <summary>Looks at the page that is open.</summary>
    public async Task<IReadOnlyList<string>> InspectAsync(string name)
    {
        _at = name;
        foreach (var wrong in await _page.EvaluateAsync<string[]>(Look)) Say(wrong);
        return await _page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hash).map(a => a.pathname + a.search)");
    }

    private void Say(string what) => _seen.Enqueue($"{_at}: {what}");

    private async Task PassAsync(IRoute route)
    {
        var request = route.Request;
        var isPage = request.IsNavigationRequest && request.Frame == _page.MainFrame;
        var isOurs = request.Url.StartsWith(_origin + "/", StringComparison.Ordinal) && (isPage || OwnFile().IsMatch(request.Url[_origin.Length..]));
        if (!isOurs)
        {
            Say($"request {request.ResourceType} {request.Url}");
            await route.AbortAsync();
            return;
        }

        await route.ContinueAsync();
    }

    [GeneratedRegex(@"^/(images/\d+|((site|admin)(\.\w+)?\.css|comfort(\.\w+)?\.js|icon(\.\w+)?\.svg)(\?v=[\w-]+)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnFile();
}
