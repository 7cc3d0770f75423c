document.body.append('Aglis Portal');
