using System.Collections.Concurrent;

namespace CoGen.Patches;

/// <summary>Whether the asynchronous members of a database's provider wait without blocking.</summary>
internal static class DbProvider
{
    private static readonly ConcurrentDictionary<Type, bool> s_known = new();

    /// <summary>Whether <paramref name="member"/>, of an object of the provider's, is one of the provider's own: what ADO.NET itself has in its place blocks.</summary>
    internal static bool IsAsync(object owner, Delegate member, Type definition) =>
        s_known.GetOrAdd(owner.GetType(), static (type, x) => x.member.Method.DeclaringType != x.definition && !BlocksAnyway(type), (member, definition));

    /// <summary>Providers of databases in the process, whose asynchronous members call the blocking ones.</summary>
    private static bool BlocksAnyway(Type type) => type.Namespace is "Microsoft.Data.Sqlite" or "System.Data.SQLite";
}
