package io.dualsight.triage.alert;

import io.dualsight.triage.ChannelKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Plain-text mails by the server that {@code spring.mail.*} names. */
@Component("alertMailSender") // "mailSender" is the mail server that Spring Boot sets up
class MailSender implements Sender {

    private final ObjectProvider<JavaMailSender> mail;
    private final AlertSettings settings;

    MailSender(ObjectProvider<JavaMailSender> mail, AlertSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public void send(Notice notice) {
        JavaMailSender server = mail.getIfAvailable();
        if (server == null) {
            throw new UndeliveredException("no mail server is set: spring.mail.host");
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(settings.from());
        letter.setTo(notice.target().replace(" ", "").split(","));
        letter.setSubject(notice.subject());
        letter.setText(text(notice));
        try {
            server.send(letter);
        } catch (MailException e) {
            throw new UndeliveredException("the mail server refused or is away: " + e.getMessage(), e);
        }
    }

    private static String text(Notice notice) {
        StringBuilder text = new StringBuilder();
        for (Message message : notice.messages()) {
            text.append(message.kind())
                    .append(": ")
                    .append(message.severity().wire())
                    .append(' ')
                    .append(Notice.title(message))
                    .append("\n  ")
                    .append(message.rule())
                    .append(" on ")
                    .append(message.node().cluster())
                    .append('/')
                    .append(message.node().node())
                    .append(" at ")
                    .append(message.at())
                    .append("\n  ")
                    .append(notice.link(message))
                    .append('\n');
        }
        return text.toString();
    }
}
