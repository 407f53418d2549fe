using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsReader.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Schedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "EntriesADay",
                table: "Sources",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "NextVisitReason",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Entries_SourceId_FirstSeen",
                table: "Entries",
                columns: new[] { "SourceId", "FirstSeen" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_SourceId_FirstSeen",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "EntriesADay",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "NextVisitReason",
                table: "Sources");
        }
    }
}
