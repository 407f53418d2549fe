using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace NewsReader.Web.Hosting;

/// <summary>Why nothing new is kept at the moment, for the administrator.</summary>
/// <param name="Sentence">What happened and what to do, in French.</param>
/// <param name="Since">When it began, in UTC.</param>
public sealed record StoreTrouble(string Sentence, DateTime Since)
{
    /// <summary>What an exception of a round means for the store. The codes are SQLite's (sqlite.org/rescode.html).</summary>
    public static string Of(Exception error) => Innermost(error) switch
    {
        SqliteException { SqliteErrorCode: 13 } => "Le disque est plein : rien de nouveau ne peut être gardé. Libérez de la place.",
        SqliteException { SqliteErrorCode: 8 or 14 } => "La base de données ne peut pas être écrite : rien de nouveau n’est gardé. Vérifiez les droits du dossier des données.",
        SqliteException { SqliteErrorCode: 5 or 6 } => "Un autre programme tient la base de données verrouillée : rien de nouveau n’est gardé tant qu’il ne la rend pas.",
        SqliteException { SqliteErrorCode: 10 } => "Le disque rend des erreurs : rien de nouveau n’est gardé. Vérifiez-le, et mettez une sauvegarde à l’abri.",
        SqliteException { SqliteErrorCode: 11 or 26 } => "La base de données est abîmée : arrêtez le serveur et remettez une sauvegarde en place (commande restore).",
        DbException database => $"La base de données ne répond pas comme il faut : {database.Message}",
        IOException => "Le dossier des données ne peut pas être écrit. Vérifiez la place et les droits.",
        _ => "Une lecture s’est interrompue par une erreur du programme ; le détail est dans les journaux.",
    };

    private static Exception Innermost(Exception error)
    {
        while (error is not DbException && error.InnerException is { } inner) error = inner;
        return error;
    }
}
