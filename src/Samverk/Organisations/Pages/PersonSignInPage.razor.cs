using Microsoft.AspNetCore.Components;
using Samverk.Mail;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Pages;

public sealed partial class PersonSignInPage
{
    SignInRow? person;
    List<SessionRow> sessions = [];
    List<PasskeyRow> passkeys = [];
    List<string> logins = [];
    Refusal? refusal;
    string? link;
    LetterState? letter;

    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] HttpContext Context { get; set; } = null!;
    [SupplyParameterFromQuery(Name = "gjort")] string? Done { get; set; }

    string DoneWords => Done switch
    {
        "tillbaka" => "Inbjudan är tillbakatagen.",
        "nyckel" => "Inloggningsnyckeln är borttagen.",
        _ => "Personen är utloggad överallt.",
    };

    protected override Task OnInitializedAsync() => Load();

    async Task Load()
    {
        var stop = Context.RequestAborted;
        person = await Lists.Person(Id, stop);
        if (person is null)
        {
            Navigation.NotFound();
            return;
        }
        letter = await Post.Latest(InvitationLetters.Kind, Id, stop);
        if (await Lists.Account(Id, stop) is not { } account)
            return;
        sessions = await Sessions.Of(account, stop);
        passkeys = await Passkeys.Of(account, stop);
        logins = await Lists.Logins(account, stop);
    }

    async Task Invite()
    {
        var site = Context.Request.Site();
        (var key, refusal) = await Invitations.Invite(Id, Context.Request.Form["epost"].ToString(), site, AtTheDoor.Required, default);
        link = key is null ? null : Invitations.Address(site, key);
        await Load();
    }

    Task Revoke() => Do("tillbaka", actor => Invitations.Revoke(Id, actor, default));

    Task Remove() => Do("nyckel", actor => Passkeys.Remove(Context.Request.Form["nyckel"].ToString(), Id, actor, default));

    Task SignOut() => Do("utloggad", actor => Sessions.EndAll(Id, actor, default));

    async Task Do(string done, Func<Actor, Task<Refusal?>> verb)
    {
        refusal = await verb(AtTheDoor.Required);
        if (refusal is null)
            Navigation.NavigateTo($"/administration/inloggning/{Id}?gjort={done}");
    }
}
