namespace CoGen;

/// <summary>Says which field of an object is meant: <c>static o =&gt; ref o._field</c>.</summary>
/// <typeparam name="TOwner">The type of the object.</typeparam>
/// <typeparam name="T">The type of the field.</typeparam>
/// <param name="owner">The object.</param>
/// <returns>The field.</returns>
public delegate ref T FieldOf<in TOwner, T>(TOwner owner);

/// <summary>Says which static field is meant: <c>static () =&gt; ref s_field</c>.</summary>
/// <typeparam name="T">The type of the field.</typeparam>
/// <returns>The field.</returns>
public delegate ref T StaticField<T>();
