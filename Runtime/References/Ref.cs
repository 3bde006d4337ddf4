namespace CoGen;

/// <summary>Makes the references that twins take in place of <see langword="out"/> and <see langword="ref"/> parameters.</summary>
/// <remarks>As where the original takes <see langword="ref"/>, a place that does not exist is found out when the reference is made.</remarks>
public static class Ref
{
    /// <summary>A new variable with the default value.</summary>
    public static Ref<T> New<T>() => new BoxRef<T>(default!);

    /// <summary>A new variable.</summary>
    /// <param name="value">Its value.</param>
    public static Ref<T> New<T>(T value) => new BoxRef<T>(value);

    /// <summary>A new variable that is declared where it is passed: <c>TryReadAsync(Ref.New&lt;string&gt;(out var line))</c>.</summary>
    /// <param name="variable">The same as the result.</param>
    public static Ref<T> New<T>(out Ref<T> variable) => variable = new BoxRef<T>(default!);

    /// <summary>An element of an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">The index of the element.</param>
    /// <exception cref="NullReferenceException"><paramref name="array"/> is null.</exception>
    /// <exception cref="IndexOutOfRangeException">The array has no such element.</exception>
    /// <exception cref="ArrayTypeMismatchException">The elements of the array are of a type derived from <typeparamref name="T"/>.</exception>
    public static Ref<T> At<T>(T[] array, int index) => At(array, (long)index);

    /// <inheritdoc cref="At{T}(T[], int)"/>
    public static Ref<T> At<T>(T[] array, long index)
    {
        ref T there = ref array[index];
        return new ElementRef<T>(array, index);
    }

    /// <inheritdoc cref="At{T}(T[], int)"/>
    public static Ref<T> At<T>(T[] array, Index index) => At(array, (long)index.GetOffset(array.Length));

    /// <summary>A field of an object.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="field">Says which field: <c>static o =&gt; ref o._field</c>.</param>
    /// <exception cref="NullReferenceException"><paramref name="owner"/> is null.</exception>
    public static Ref<T> To<TOwner, T>(TOwner owner, FieldOf<TOwner, T> field)
        where TOwner : class
    {
        ref T there = ref field(owner);
        return new FieldRef<TOwner, T>(owner, field);
    }

    /// <summary>A static field.</summary>
    /// <param name="field">Says which field: <c>static () =&gt; ref s_field</c>.</param>
    public static Ref<T> To<T>(StaticField<T> field)
    {
        ref T there = ref field();
        return new StaticFieldRef<T>(field);
    }
}
