namespace CoGen.Semantics.Patches;

/// <summary>In which way a member is used where a method is to take its place.</summary>
public enum PatchUse
{
    /// <summary>A method, an operator or a constructor is called.</summary>
    Call,

    /// <summary>A property is read.</summary>
    Get,

    /// <summary>A property is assigned to.</summary>
    Set,
}
