package dev.gantry.publish;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Brings the commits of a branch to the repository that it follows, never by force. */
public final class Push {

    private static final List<String> SPOKEN = List.of("https", "http", "file");

    private final Repository repository;
    private final PushRequest request;
    private final String branch;

    private Push(Repository repository, PushRequest request, String branch) {
        this.repository = repository;
        this.request = request;
        this.branch = branch;
    }

    /**
     * Pushes the branch that a working copy is on.
     *
     * @return where to, for people
     * @throws FindingsException if the remote repository does not take it
     */
    public static String to(PushRequest request) {
        try (WorkingCopy copy = WorkingCopy.open(request.directory())) {
            return new Push(copy.repository(), request, copy.branch()).push();
        }
    }

    private String push() {
        BranchConfig followed = new BranchConfig(repository.getConfig(), branch);
        String remote = Objects.requireNonNullElse(followed.getRemote(), Constants.DEFAULT_REMOTE_NAME);
        String target = Objects.requireNonNullElse(followed.getMerge(), Constants.R_HEADS + branch);
        URIish uri = address(remote);
        try {
            PushCommand push = Git.wrap(repository)
                    .push()
                    .setRemote(remote)
                    .setRefSpecs(new RefSpec(Constants.R_HEADS + branch + ":" + target))
                    .setTransportConfigCallback(transport -> {
                        if (transport instanceof TransportHttp http) {
                            http.setHttpConnectionFactory(new Proxied());
                        }
                    });
            PushRequest.Login login =
                    uri.getHost() == null ? null : request.credentials().apply(uri.getHost());
            if (login != null) {
                push.setCredentialsProvider(new OfOneHost(uri, login));
            }
            for (PushResult result : push.call()) {
                result.getRemoteUpdates().forEach(update -> judge(update, uri, remote, target));
            }
            return branch + " to " + shown(uri);
        } catch (GitAPIException | JGitInternalException e) {
            throw new FindingsException(notPushed(
                    shown(uri) + " cannot be pushed to: " + e.getMessage() + ".",
                    "Put the user and a token for the host into a server of Maven's settings, whose id is the host, or is"
                            + " named with -Dgantry.publishServer. The commit is there: git push brings it, too."));
        }
    }

    /** Gives a login to the host that it is for, wherever that leads to. */
    private static final class OfOneHost extends UsernamePasswordCredentialsProvider {

        private final URIish own;

        OfOneHost(URIish own, PushRequest.Login login) {
            super(login.user(), login.password());
            this.own = own;
        }

        @Override
        public boolean get(URIish asked, CredentialItem... items) {
            return own.getHost().equalsIgnoreCase(asked.getHost())
                    && own.getPort() == asked.getPort()
                    && super.get(asked, items);
        }
    }

    private URIish address(String remote) {
        try {
            RemoteConfig config = new RemoteConfig(repository.getConfig(), remote);
            List<URIish> addresses = config.getPushURIs().isEmpty() ? config.getURIs() : config.getPushURIs();
            if (addresses.isEmpty()) {
                throw new FindingsException(notPushed(
                        "The working copy has no remote \"" + remote + "\".",
                        "Add it with git remote add " + remote + " <url>. The commit is there."));
            }
            URIish uri = addresses.get(0);
            String scheme = uri.getScheme();
            boolean local = scheme == null && uri.getHost() == null;
            if (!local && (scheme == null || !SPOKEN.contains(scheme))) {
                throw new FindingsException(notPushed(
                        shown(uri) + " is reached by ssh or another protocol that is not spoken here.",
                        "Push with git push, or give the remote an address with https. The commit is there."));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new FindingsException(
                    notPushed("The remote \"" + remote + "\" has no address: " + e.getMessage() + ".", "Correct it."));
        }
    }

    private void judge(RemoteRefUpdate update, URIish uri, String remote, String target) {
        RemoteRefUpdate.Status status = update.getStatus();
        if (status != RemoteRefUpdate.Status.OK && status != RemoteRefUpdate.Status.UP_TO_DATE) {
            boolean behind = status == RemoteRefUpdate.Status.REJECTED_NONFASTFORWARD;
            String reason = update.getMessage() == null ? status.name() : update.getMessage();
            throw new FindingsException(notPushed(
                    shown(uri)
                            + (behind
                                    ? " has commits on " + branch + " that the working copy has not."
                                    : " does not take " + branch + ": " + reason + "."),
                    behind
                            ? behind(Constants.R_REMOTES + remote + "/" + Repository.shortenRefName(target))
                            : "Ask who runs the repository. The commit is there."));
        }
    }

    /**
     * What to do where the remote repository has more.
     *
     * @param fetched its branch as it was fetched last
     */
    private String behind(String fetched) {
        return switch (ownCommits(fetched)) {
            case 0 -> "Get them with git pull --ff-only, and publish again: the working copy has no commit of its own.";
            case 1 -> "Take the commit back with git reset --hard HEAD~, pull, and publish again.";
            default ->
                "Pull, and publish again; a commit that publishing has made is taken back before with git reset --hard"
                        + " HEAD~.";
        };
    }

    /** How many commits only the working copy has; {@code -1} if that is not known. */
    private int ownCommits(String fetched) {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            ObjectId theirs = repository.resolve(fetched);
            if (head == null || theirs == null) {
                return -1;
            }
            walk.markStart(walk.parseCommit(head));
            walk.markUninteresting(walk.parseCommit(theirs));
            int count = 0;
            while (walk.next() != null) {
                count++;
            }
            return count;
        } catch (IOException e) {
            return -1;
        }
    }

    private static Finding notPushed(String message, String hint) {
        return Finding.of(PublishRule.NOT_PUSHED, message).hint(hint);
    }

    /** Without a password that may be in it. */
    private static String shown(URIish uri) {
        return uri.setPass(null).toString();
    }

    /** Connections by the proxy of Maven's settings. */
    private final class Proxied implements HttpConnectionFactory {

        private final HttpConnectionFactory plain = new JDKHttpConnectionFactory();

        @Override
        public HttpConnection create(URL url) throws IOException {
            return create(url, Proxy.NO_PROXY);
        }

        @Override
        public HttpConnection create(URL url, @Nullable Proxy usual) throws IOException {
            PushRequest.ProxyAddress proxy = request.proxy().apply(url.getHost());
            return plain.create(
                    url,
                    proxy == null
                            ? usual
                            : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())));
        }
    }
}
