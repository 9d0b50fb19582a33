"""Letters about accounts, sent through Django's mail back end."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from selaras.people.models import Invitation

logger = logging.getLogger(__name__)


def post_invitation(invitation: Invitation, link: str) -> bool:
    """Send the link; False where no mail server took it, so that the page can offer the printed form instead."""
    text = render_to_string("people/invitation_mail.txt", {"invitation": invitation, "link": link})
    try:
        send_mail(_("Undangan membuka akun Selaras"), text, None, [invitation.email])
    except (SMTPException, OSError) as failed:
        logger.warning("The invitation %s could not be sent: %s", invitation.pk, failed)
        return False
    return True
