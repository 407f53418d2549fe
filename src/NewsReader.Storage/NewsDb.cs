using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using NewsReader.Storage.Admin;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Editions;
using NewsReader.Storage.Nodes;
using NewsReader.Storage.Sources;
using NewsReader.Storage.Stories;

namespace NewsReader.Storage;

/// <summary>What is kept. One subclass a provider holds all that the providers differ in.</summary>
public abstract class NewsDb(DbContextOptions options) : IdentityUserContext<Administrator>(options), IDataProtectionKeyContext
{
    private static readonly ServiceProvider SchemaAlone = new ServiceCollection().Configure<IdentityOptions>(UsePasskeySchema).BuildServiceProvider();

    /// <summary>Who publishes.</summary>
    public DbSet<Outlet> Outlets => Set<Outlet>();

    /// <summary>The addresses that are followed.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>What was learnt of the outlets' pages.</summary>
    public DbSet<LearntTemplate> LearntTemplates => Set<LearntTemplate>();

    /// <summary>The items of the sources.</summary>
    public DbSet<Entry> Entries => Set<Entry>();

    /// <summary>Where the entries stand in their sources.</summary>
    public DbSet<Placement> Placements => Set<Placement>();

    /// <summary>The texts of the outlets, without their bodies.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>The bodies of the articles.</summary>
    public DbSet<ArticleText> ArticleTexts => Set<ArticleText>();

    /// <summary>What edited articles said before.</summary>
    public DbSet<ArticleVersion> ArticleVersions => Set<ArticleVersion>();

    /// <summary>The pages of the articles, as fetched.</summary>
    public DbSet<ArticlePage> ArticlePages => Set<ArticlePage>();

    /// <summary>The pictures that may be served.</summary>
    public DbSet<ArticleImage> ArticleImages => Set<ArticleImage>();

    /// <summary>The bytes of the pictures that were asked for.</summary>
    public DbSet<ImageContent> ImageContents => Set<ImageContent>();

    /// <summary>The events.</summary>
    public DbSet<Story> Stories => Set<Story>();

    /// <summary>What administrators decided about stories.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>The front pages.</summary>
    public DbSet<Edition> Editions => Set<Edition>();

    /// <summary>The places of the front pages.</summary>
    public DbSet<EditionPlace> EditionPlaces => Set<EditionPlace>();

    /// <summary>The administrators' log.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>What the site remembers about itself.</summary>
    public DbSet<SiteFact> SiteFacts => Set<SiteFact>();

    /// <summary>Which process runs rounds.</summary>
    public DbSet<RoundLease> RoundLeases => Set<RoundLease>();

    /// <summary>The keys that sign cookies and forms, where they are not files in the data folder.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>
    /// Identity draws its tables by the options of the application that made the context: one made without an application, by a tool or a
    /// test, gets the same ones.
    /// </summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        // A test holds that no migration is missing; to ask again at each start would build the whole model a second time.
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            optionsBuilder.UseApplicationServiceProvider(SchemaAlone);
    }

    /// <summary>Passkeys have their place from the first migration.</summary>
    internal static void UsePasskeySchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>All times are UTC: SQLite gives them back without a kind, which PostgreSQL would refuse.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ConfigureSources(builder);
        ConfigureArticles(builder);
        ConfigureStories(builder);
        builder.Entity<SiteFact>().HasKey(f => f.Name);
        builder.Entity<RoundLease>().Property(l => l.Id).ValueGeneratedNever();
    }

    private static void ConfigureSources(ModelBuilder builder)
    {
        builder.Entity<Source>(source =>
        {
            source.HasOne(s => s.Outlet).WithMany(o => o.Sources).HasForeignKey(s => s.OutletId).OnDelete(DeleteBehavior.Cascade);
            source.HasIndex(s => s.Address).IsUnique();
            source.HasIndex(s => s.NextVisit);
        });
        builder.Entity<LearntTemplate>(template =>
        {
            template.HasKey(t => t.OutletId);
            template.HasOne(t => t.Outlet).WithOne().HasForeignKey<LearntTemplate>(t => t.OutletId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Entry>(entry =>
        {
            entry.HasOne(e => e.Source).WithMany().HasForeignKey(e => e.SourceId).OnDelete(DeleteBehavior.Cascade);
            entry.HasOne(e => e.Article).WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.SetNull);
            entry.HasIndex(e => new { e.SourceId, e.Identity }).IsUnique();
            entry.HasIndex(e => new { e.SourceId, e.FirstSeen });
        });
        builder.Entity<Placement>(placement =>
        {
            placement.HasKey(p => p.EntryId);
            placement.HasOne(p => p.Entry).WithOne().HasForeignKey<Placement>(p => p.EntryId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void ConfigureArticles(ModelBuilder builder)
    {
        builder.Entity<Article>(article =>
        {
            article.HasOne(a => a.Outlet).WithMany().HasForeignKey(a => a.OutletId).OnDelete(DeleteBehavior.Cascade);
            article.HasOne(a => a.Story).WithMany(s => s.Articles).HasForeignKey(a => a.StoryId).OnDelete(DeleteBehavior.SetNull);
            article.HasIndex(a => new { a.OutletId, a.Address }).IsUnique();
            article.HasIndex(a => a.At);
            article.HasIndex(a => a.NextFetch);
        });
        builder.Entity<ArticleText>(text =>
        {
            text.HasKey(t => t.ArticleId);
            text.HasOne(t => t.Article).WithOne().HasForeignKey<ArticleText>(t => t.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ArticleVersion>()
            .HasOne(v => v.Article).WithMany().HasForeignKey(v => v.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ArticlePage>(page =>
        {
            page.HasKey(p => new { p.ArticleId, p.Number });
            page.HasOne(p => p.Article).WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
            page.HasIndex(p => p.FetchedAt);
            page.HasIndex(p => p.Revision);
            page.HasIndex(p => p.IsLearnt);
        });
        builder.Entity<ArticleImage>(image =>
        {
            image.HasOne(i => i.Article).WithMany().HasForeignKey(i => i.ArticleId).OnDelete(DeleteBehavior.Cascade);
            image.HasIndex(i => new { i.ArticleId, i.Address }).IsUnique();
        });
        builder.Entity<ImageContent>(content =>
        {
            content.HasKey(c => c.ImageId);
            content.HasOne(c => c.Image).WithOne().HasForeignKey<ImageContent>(c => c.ImageId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void ConfigureStories(ModelBuilder builder)
    {
        builder.Entity<Story>(story =>
        {
            story.HasIndex(s => s.LastAt);
            story.OwnsMany(s => s.Essential, sentence => sentence.ToJson());
        });
        builder.Entity<Correction>().HasIndex(c => c.AppliedAt);
        builder.Entity<Edition>(edition =>
        {
            edition.HasMany(e => e.Places).WithOne().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Cascade);
            edition.HasIndex(e => new { e.Day, e.IsDemo, e.Part }).IsUnique();
        });
        builder.Entity<EditionPlace>(place =>
        {
            place.HasKey(p => new { p.EditionId, p.IsRail, p.Rank });
            place.OwnsMany(p => p.Others, other => other.ToJson());
        });
    }

    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
