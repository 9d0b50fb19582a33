"""The addresses of accounts, invitations, one's own account, and the log."""

from __future__ import annotations

from django.urls import path

from selaras.people.pages import accounts, invitations, log, own, second_step

urlpatterns = [
    path("akun/", accounts.account_list, name="accounts"),
    path("akun/baru/", accounts.account_new, name="account-new"),
    path("akun/<int:pk>/", accounts.account_page, name="account"),
    path("akun/<int:pk>/peran/", accounts.role_give, name="role-give"),
    path("akun/<int:pk>/tutup/", accounts.account_close, name="account-close"),
    path("akun/<int:pk>/buka/", accounts.account_open_again, name="account-open-again"),
    path("akun/<int:pk>/sandi/", accounts.account_password, name="account-password"),
    path("akun/<int:pk>/langkah-kedua/", accounts.account_second_step_off, name="account-second-step-off"),
    path("akun/peran/<int:pk>/akhiri/", accounts.role_end, name="role-end"),
    path("undangan/", invitations.invitation_list, name="invitations"),
    path("undangan/baru/", invitations.invitation_new, name="invitation-new"),
    path("undangan/<int:pk>/kirim/", invitations.invitation_send, name="invitation-send"),
    path("undangan/<int:pk>/tarik/", invitations.invitation_withdraw, name="invitation-withdraw"),
    path("undangan/buka/<str:token>/", invitations.invitation, name="invitation"),
    path("saya/", own.own_account, name="own-account"),
    path("saya/sandi/", own.own_password, name="own-password"),
    path("saya/langkah-kedua/", second_step.second_step_set_up, name="second-step-set-up"),
    path("saya/langkah-kedua/cadangan/", second_step.spare_codes, name="spare-codes"),
    path("saya/pelimpahan/<int:pk>/", own.delegation_new, name="delegation-new"),
    path("saya/pelimpahan/<int:pk>/akhiri/", own.delegation_end, name="delegation-end"),
    path("saya/sesi/akhiri/", own.session_end, name="session-end"),
    path("saya/sesi/akhiri-lainnya/", own.sessions_end, name="sessions-end"),
    path("catatan/", log.log_page, name="log"),
    path("catatan/periksa/", log.log_verify, name="log-verify"),
]
