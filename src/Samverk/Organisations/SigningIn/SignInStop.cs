namespace Samverk.Organisations.SigningIn;

/// <summary>Why signing in at a provider did not succeed; each has its words on the sign-in page.</summary>
enum SignInStop { Other, Cancelled, Down, Settings, Nonce, Audience, Expired, Keys, Lost, Unknown, OtherIdentity, Invitation, AlreadySomebody }

/// <summary>Signing in at a provider stopped for a reason that has words.</summary>
sealed class SignInStopped(SignInStop stop, Exception? inner = null) : Exception(stop.ToString(), inner)
{
    public SignInStop Stop { get; } = stop;
}

static class SignInStopWords
{
    /// <summary>What happened and what to do.</summary>
    /// <param name="provider">'Askviks kommun'.</param>
    public static string Words(this SignInStop stop, string provider) => stop switch
    {
        SignInStop.Cancelled => $"Du avbröt inloggningen hos {provider}. Börja om när du vill.",
        SignInStop.Down => $"Inloggningen hos {provider} svarar inte just nu. Försök igen om en stund.",
        SignInStop.Settings => $"Inloggningen hos {provider} är inte rätt inställd. Säg till den som sköter Samverk hos er.",
        SignInStop.Nonce => $"Svaret från {provider} hörde inte till den här inloggningen. Logga in från början.",
        SignInStop.Audience => $"Svaret från {provider} var ställt till ett annat system. Säg till den som sköter Samverk hos er.",
        SignInStop.Expired => $"Svaret från {provider} gällde inte längre när det kom fram. Försök igen. Händer det igen går en klocka fel; säg då till den som sköter Samverk hos er.",
        SignInStop.Keys => $"Svaret från {provider} var undertecknat med en nyckel som {provider} inte visar upp. Försök igen om en minut. Händer det igen, säg till den som sköter Samverk hos er.",
        SignInStop.Lost => "Inloggningen tog för lång tid, eller började i en annan webbläsare. Logga in från början.",
        SignInStop.Unknown => $"Du är inloggad hos {provider}, men ingen i Samverk hör ihop med den inloggningen.",
        SignInStop.OtherIdentity => $"En annan inloggning hos {provider} hör redan ihop med din e-postadress. Be den som är administratör för ert samverkansområde om en ny inbjudan.",
        SignInStop.Invitation => "Inbjudan gäller inte längre. Be den som bjöd in dig om en ny.",
        SignInStop.AlreadySomebody => $"Din inloggning hos {provider} hör redan ihop med en annan person i området. Inbjudan är kvar; låt den som den gäller öppna den i sin egen webbläsare.",
        _ => $"Inloggningen hos {provider} gick inte att genomföra. Försök igen.",
    };
}
