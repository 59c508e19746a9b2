package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiFailure;
import java.util.regex.Matcher;

/** What a failure says, in one sentence. */
final class Words {

    private static final int MOST = 500;
    private static final int LONGEST_VALUE = 120;

    private Words() {}

    /** The sentence for a failure of this kind that is about no single field. */
    static String of(ApiFailure failure, ClusterRule rule) {
        String words = shortened(plain(failure, rule));
        if (failure.tries() == 1) {
            return words;
        }
        return rule == ClusterRule.GAVE_UP
                ? "not done after " + failure.tries() + " tries: " + words
                : words + " (after " + failure.tries() + " tries)";
    }

    private static String plain(ApiFailure failure, ClusterRule rule) {
        for (Phrase phrase : Phrase.values()) {
            if (phrase.rule() == rule && phrase.isIn(failure.message())) {
                return sentence(phrase, phrase.in(failure.message()));
            }
        }
        return switch (rule) {
            case UNAUTHORIZED -> "the server does not accept the credentials";
            case KIND_NOT_SERVED -> "the server does not serve the kind in this version";
            case UNUSABLE_PROXY ->
                failure.status() == 407 ? "the proxy wants credentials, and accepts none" : failure.message();
            case REFUSED, GAVE_UP, FORBIDDEN ->
                failure.status() == 0
                        ? failure.message()
                        : "the server answers " + failure.status() + ": " + failure.message();
            default -> failure.message();
        };
    }

    private static String sentence(Phrase phrase, Matcher parts) {
        String name = String.valueOf(parts.group("name"));
        return switch (phrase) {
            case SIDE_EFFECTS ->
                "the webhook " + name + " cannot be asked what it would say, since it does not only look";
            case WEBHOOK -> "the webhook " + name + " denies it" + after(parts.group("words"));
            case UNCALLED -> "the webhook " + name + " cannot be called" + after(parts.group("words"));
            case POLICY -> "the policy " + name + " denies it" + after(parts.group("words"));
            case POD_SECURITY -> name + " denies it" + after(parts.group("words"));
            case QUOTA ->
                "the quota " + name + " is exceeded: requested " + parts.group("requested") + ", used "
                        + parts.group("used") + ", limited to " + parts.group("limited");
            case UNSPECIFIED -> "the quota " + name + " asks for more" + after(parts.group("words"));
            case NAMESPACE_ENDS -> "the namespace " + name + " is being deleted";
            case DEFINITION_ENDS -> "the CustomResourceDefinition of the kind is being deleted";
            case NO_NAMESPACE -> "the namespace " + name + " does not exist";
            case RBAC -> rbac(name, parts);
            case ESCALATION -> "nobody may grant permissions that he does not have" + after(parts.group("words"));
            case STORE -> "the object is larger than the server can store";
            case UNREADABLE -> "a value cannot be read" + after(parts.group("words"));
            case WRONG_TYPE -> "the server does not serve " + name;
            case ADMISSION -> "the cluster denies it" + after(parts.group("words"));
        };
    }

    private static String rbac(String user, Matcher parts) {
        String group = parts.group("group");
        String namespace = parts.group("namespace");
        return "the user " + user + " may not " + parts.group("verb") + " " + parts.group("resource")
                + (group.isEmpty() ? "" : "." + group)
                + (namespace == null ? "" : " in namespace " + namespace);
    }

    private static String after(String words) {
        String text = words.strip();
        return text.isEmpty() ? "" : ": " + text;
    }

    /** Without the difference between two internal states, and without a value that fills a screen. */
    static String shortened(String message) {
        int difference = message.indexOf("\n@@");
        String words = EchoedValue.shortened(difference < 0 ? message : message.substring(0, difference), LONGEST_VALUE)
                .replaceAll("\\s*\\n\\s*", "; ")
                .strip();
        return words.length() <= MOST ? words : words.substring(0, MOST) + "...";
    }
}
