using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsReader.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutletTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ArticlePages",
                table: "ArticlePages");

            migrationBuilder.DropColumn(
                name: "RoundEnded",
                table: "RoundLeases");

            migrationBuilder.AddColumn<bool>(
                name: "ReadAgain",
                table: "Outlets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Outlets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Furniture",
                table: "ArticleTexts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "ArticlePages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsLearnt",
                table: "ArticlePages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ArticlePages",
                table: "ArticlePages",
                columns: new[] { "ArticleId", "Number" });

            migrationBuilder.CreateTable(
                name: "LearntTemplates",
                columns: table => new
                {
                    OutletId = table.Column<long>(type: "INTEGER", nullable: false),
                    Template = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearntTemplates", x => x.OutletId);
                    table.ForeignKey(
                        name: "FK_LearntTemplates_Outlets_OutletId",
                        column: x => x.OutletId,
                        principalTable: "Outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArticlePages_IsLearnt",
                table: "ArticlePages",
                column: "IsLearnt");

            migrationBuilder.CreateIndex(
                name: "IX_ArticlePages_Revision",
                table: "ArticlePages",
                column: "Revision");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LearntTemplates");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ArticlePages",
                table: "ArticlePages");

            migrationBuilder.DropIndex(
                name: "IX_ArticlePages_IsLearnt",
                table: "ArticlePages");

            migrationBuilder.DropIndex(
                name: "IX_ArticlePages_Revision",
                table: "ArticlePages");

            migrationBuilder.DropColumn(
                name: "ReadAgain",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "Furniture",
                table: "ArticleTexts");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "ArticlePages");

            migrationBuilder.DropColumn(
                name: "IsLearnt",
                table: "ArticlePages");

            migrationBuilder.AddColumn<DateTime>(
                name: "RoundEnded",
                table: "RoundLeases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ArticlePages",
                table: "ArticlePages",
                column: "ArticleId");
        }
    }
}
