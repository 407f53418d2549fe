using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NewsReader.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Editions_Day_IsDemo",
                table: "Editions");

            migrationBuilder.AddColumn<bool>(
                name: "IsPinned",
                table: "Stories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "Editions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    StoryTitle = table.Column<string>(type: "text", nullable: false),
                    Articles = table.Column<long[]>(type: "bigint[]", nullable: false),
                    Others = table.Column<long[]>(type: "bigint[]", nullable: false),
                    Undoes = table.Column<long>(type: "bigint", nullable: true),
                    AppliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Editions_Day_IsDemo_Part",
                table: "Editions",
                columns: new[] { "Day", "IsDemo", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_AppliedAt",
                table: "Corrections",
                column: "AppliedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropIndex(
                name: "IX_Editions_Day_IsDemo_Part",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "IsPinned",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "Editions");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_Day_IsDemo",
                table: "Editions",
                columns: new[] { "Day", "IsDemo" },
                unique: true);
        }
    }
}
