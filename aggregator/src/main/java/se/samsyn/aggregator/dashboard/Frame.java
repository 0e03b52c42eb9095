package se.samsyn.aggregator.dashboard;

import java.util.Optional;
import se.samsyn.aggregator.dashboard.text.Texts;

/**
 * What every page has around it.
 *
 * @param reader empty before the login
 * @param formToken the hidden field of the page's forms
 * @param otherLanguage the address of the same page in the other language
 */
public record Frame(
    Texts texts, Optional<Reader> reader, String formToken, String otherLanguage, Assets assets) {}
