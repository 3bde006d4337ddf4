namespace CoGen.Generator.Models;

/// <summary>
/// A call such as <c>Co.Spawn(TaskA)</c> in ordinary code, to be intercepted.
/// </summary>
/// <param name="File">The user's file.</param>
/// <param name="Version">The version of <paramref name="Data"/>.</param>
/// <param name="Data">Where the call stands, in the compiler's own terms.</param>
/// <param name="Place">Where the call stands, for the reader.</param>
/// <param name="Call">What is called.</param>
/// <param name="Twin">The twin that becomes the entry.</param>
public sealed record EntryCallModel(string File, int Version, string Data, string Place, EntryMethodModel Call, EntryTwinModel Twin);

/// <summary>The method that takes the entry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">The type it stands in.</param>
/// <param name="IsStatic">Whether it is called on its type.</param>
/// <param name="ReturnType">Its return type.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="EntryIndex">Which of them is the entry.</param>
public sealed record EntryMethodModel(
    string Name, string TypeName, bool IsStatic, string ReturnType, EquatableArray<ParameterModel> Parameters, int EntryIndex);

/// <summary>One parameter.</summary>
public sealed record ParameterModel(string Type, string Name);

/// <summary>The twin that becomes the entry.</summary>
/// <param name="Kind">How it is reached.</param>
/// <param name="DelegateType">The type of the delegate that is made of it.</param>
/// <param name="TypeName">The type it stands in; for one that cannot be named, its name at run time.</param>
/// <param name="Name">Its name.</param>
/// <param name="TypeArguments">Its type arguments, or nothing.</param>
/// <param name="ReturnType">Its return type.</param>
/// <param name="ParameterTypes">The types of its parameters.</param>
public sealed record EntryTwinModel(
    TwinAccess Kind,
    string DelegateType,
    string TypeName,
    string Name,
    string TypeArguments,
    string ReturnType,
    EquatableArray<string> ParameterTypes)
{
    public bool IsStatic => Kind is TwinAccess.Static or TwinAccess.PrivateStatic or TwinAccess.PrivateStaticOfHiddenType;
}

/// <summary>How generated code reaches a twin.</summary>
public enum TwinAccess
{
    /// <summary>By its name.</summary>
    Static,

    /// <summary>By its name, on the target of the delegate.</summary>
    Instance,

    /// <summary>By an accessor.</summary>
    PrivateStatic,

    /// <summary>By an accessor, on the target of the delegate.</summary>
    PrivateInstance,

    /// <summary>By an accessor that gives the type by name too.</summary>
    PrivateStaticOfHiddenType,

    /// <summary>By an accessor that gives the type by name too, on the target of the delegate.</summary>
    PrivateInstanceOfHiddenType,
}

/// <summary>The calls of one user's file and the file that intercepts them.</summary>
public sealed record InterceptorFileModel(string HintName, EquatableArray<EntryCallModel> Calls);
