package dev.gantry.fake;

import dev.gantry.fake.api.Access;
import dev.gantry.fake.api.Api;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.kind.ApiKind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who may do what. At first everybody may do everything, with or without a token. */
public final class FakeAccess implements Access {

    private static final String ANY = "*";
    private static final String BEARER = "Bearer ";

    private record Ban(String user, String verb, String resource, String namespace) {

        boolean matches(String who, String what, String which, String where) {
            return matches(user, who) && matches(verb, what) && matches(resource, which) && matches(namespace, where);
        }

        private static boolean matches(String pattern, String value) {
            return pattern.equals(ANY) || pattern.equals(value);
        }
    }

    private final CopyOnWriteArrayList<Ban> bans = new CopyOnWriteArrayList<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private volatile boolean tokensNeeded;

    FakeAccess() {}

    /**
     * Forbids something to everybody.
     *
     * @param verb such as {@code list}, or {@code *}
     * @param resource plural and group, such as {@code deployments.apps} or {@code secrets}, or {@code *}
     */
    public FakeAccess forbid(String verb, String resource) {
        return forbid(ANY, verb, resource, ANY);
    }

    /**
     * Forbids something. Each may be {@code *}.
     *
     * @param user who; {@code admin} unless a token was {@linkplain #accept(String) accepted}, whose user is the token itself
     * @param namespace where; empty for requests of all namespaces, or of a kind that has none
     */
    public FakeAccess forbid(String user, String verb, String resource, String namespace) {
        bans.add(new Ban(user, verb, resource, namespace));
        return this;
    }

    /** Forbids nothing more. */
    public FakeAccess permitEverything() {
        bans.clear();
        return this;
    }

    /** From now on, only requests with an accepted token are answered. */
    public FakeAccess accept(String token) {
        tokens.add(token);
        tokensNeeded = true;
        return this;
    }

    /** From now on, this token is none any more: requests with it are answered with 401. */
    public FakeAccess expire(String token) {
        tokens.remove(token);
        tokensNeeded = true;
        return this;
    }

    @Override
    public @Nullable String user(Request request) {
        if (!tokensNeeded) {
            return Api.defaultUser();
        }
        String header = request.header("Authorization");
        String token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        return tokens.contains(token) ? token : null;
    }

    @Override
    public boolean allows(String user, String verb, ApiKind kind, String subresource, String namespace) {
        String resource = kind.plural()
                + (subresource.isEmpty() ? "" : "/" + subresource)
                + (kind.group().isEmpty() ? "" : "." + kind.group());
        return bans.stream().noneMatch(ban -> ban.matches(user, verb, resource, namespace));
    }
}
