// Comfort only: every page works without this file.
(() => {
  // Hours stay as the server printed them; how long ago that was is said on hover.
  const ago = new Intl.RelativeTimeFormat('fr', { numeric: 'auto' });
  const say = time => {
    const minutes = Math.round((new Date(time.dateTime) - Date.now()) / 60000);
    if (Number.isNaN(minutes)) return;
    if (minutes > -60) time.title = ago.format(minutes, 'minute');
    else if (minutes > -1440) time.title = ago.format(Math.round(minutes / 60), 'hour');
    else time.title = ago.format(Math.round(minutes / 1440), 'day');
  };
  document.querySelectorAll('time[datetime]').forEach(say);

  // A picture that its outlet no longer gives leaves no hole.
  const gone = image => { const link = image.closest('a[aria-hidden]'); (link ?? image).remove(); };
  document.querySelectorAll('img').forEach(image => {
    if (image.complete && image.naturalWidth === 0 && image.currentSrc) gone(image);
    else image.addEventListener('error', () => gone(image));
  });

  // « Retour » goes back to where the reader stood on the page that he came from.
  const back = document.querySelector('.tools .back');
  if (back && document.referrer.startsWith(location.origin + '/') && history.length > 1) {
    back.addEventListener('click', event => { event.preventDefault(); history.back(); });
  }
})();
