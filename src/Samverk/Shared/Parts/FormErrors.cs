namespace Samverk.Shared.Parts;

/// <summary>What is wrong with the fields of the form that this request has posted: a field that isn't told of its errors finds them here.</summary>
public sealed class FormErrors
{
    IReadOnlyList<FieldError> errors = [];

    public void Say(IReadOnlyList<FieldError> found) => errors = found;

    public FieldError? Of(string field) => errors.FirstOrDefault(error => error.Field == field);
}
