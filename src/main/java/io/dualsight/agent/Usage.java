package io.dualsight.agent;

/** What {@code --help} prints. */
final class Usage {

    static final String TEXT = """
            dualsight-agent reads this node's IPv4 and IPv6 addressing and sends it to a Dualsight console.

            Commands
              run        report again and again (the default)
              report     print the report that would be sent
              doctor     judge this node here, without a console; exit code 2 where a critical or error finding
                         stands, 1 for a warning, 0 otherwise
              install    as root: make this a service of the host, by a timer of systemd that runs it once a minute

            Flags; each may stand in the environment instead: --token-file as DUALSIGHT_TOKEN_FILE
              --server URL              the console, such as https://console.example:8443 or http://[2001:db8::1]:8080
              --token TOKEN             the agent token that the console showed
              --token-file FILE         a file with the token, read anew for each report
              --cluster NAME            the cluster; not needed where the token is bound to one
              --node NAME               the Kubernetes node name; default: node-name of the configuration, else the
                                        host's name
              --interval TIME           between reports, 1s to 24h; default 60s, or what the console asks for
              --once                    with run or report: send one report; exit code 0 where the console took it
              --daemon                  with install: keep the agent running instead of starting it by a timer
              --spool DIR               where unsent reports wait; without it only the newest waits, in memory
              --spool-max-bytes SIZE    room for them, such as 16M (the default)
              --host-root DIR           where the host's file system is mounted; default /
              --config-dir DIR          the folder of config.yaml; default /etc/rancher/rke2, then /etc/rancher/k3s
              --ca-file FILE            certificates in PEM to trust instead of the JDK's
              --report FILE             with doctor: judge this report instead of this node
              --json                    with doctor: print JSON
              --language LANG           with doctor: en or zh; default: by LANG
              --help, --version
            """;

    private Usage() {}
}
