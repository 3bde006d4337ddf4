namespace CoGen.Tests;

/// <summary>A reference is as good as the variable it stands for, and fails where taking one would.</summary>
public class RefTests
{
    private static int s_static;
    private int _field;
    private (int X, int Y) _pair;

    [Fact]
    public void A_new_variable_is_shared_by_all_who_hold_it()
    {
        Ref<int> same = Ref.New<int>(out Ref<int> variable);
        same.Value = 3;
        Interlocked.Increment(ref variable.Target);
        Assert.Equal(4, same.Value);
        Assert.Equal("4", variable.ToString());
        Assert.Null(Ref.New<string>().Value);
    }

    [Fact]
    public void Fields_elements_and_static_fields_are_written_in_place()
    {
        int[] cells = [1, 2, 3];
        Ref.To(this, static o => ref o._field).Value = 7;
        Ref.To(this, static o => ref o._pair.Y).Value = 8;
        Ref.To(static () => ref s_static).Value = 9;
        Ref.At(cells, 0).Value = 10;
        Ref.At(cells, 1L).Value = 11;
        Ref.At(cells, ^1).Value = 12;
        Assert.Equal((7, 8, 9), (_field, _pair.Y, s_static));
        Assert.Equal([10, 11, 12], cells);
    }

    [Fact]
    public void A_part_of_a_variable_is_reached_through_it()
    {
        Ref<(int X, int Y)> pair = Ref.New((1, 2));
        Ref.To(pair, static p => ref p.Target.X).Value = 5;
        Assert.Equal((5, 2), pair.Value);
    }

    [Fact]
    public void A_place_that_does_not_exist_is_found_out_at_once()
    {
        Assert.Throws<NullReferenceException>(() => Ref.To((RefTests)null!, static o => ref o._field));
        Assert.Throws<NullReferenceException>(() => Ref.At((int[])null!, 0));
        Assert.Throws<IndexOutOfRangeException>(() => Ref.At(new int[2], 2));
        Assert.Throws<IndexOutOfRangeException>(() => Ref.At(new int[2], ^3));
        Assert.Throws<ArrayTypeMismatchException>(() => Ref.At<object>(new string[1], 0));
    }
}
