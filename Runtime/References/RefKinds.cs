namespace CoGen;

/// <summary>A variable of its own: what a local becomes that is passed by reference across a yield.</summary>
internal sealed class BoxRef<T>(T value) : Ref<T>
{
    private T _value = value;

    public override ref T Target => ref _value;
}

/// <summary>An element of an array.</summary>
internal sealed class ElementRef<T>(T[] array, long index) : Ref<T>
{
    public override ref T Target => ref array[index];
}

/// <summary>A field of an object, or of a struct that is one.</summary>
internal sealed class FieldRef<TOwner, T>(TOwner owner, FieldOf<TOwner, T> find) : Ref<T>
    where TOwner : class
{
    public override ref T Target => ref find(owner);
}

/// <summary>A static field.</summary>
internal sealed class StaticFieldRef<T>(StaticField<T> find) : Ref<T>
{
    public override ref T Target => ref find();
}
